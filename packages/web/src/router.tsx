import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { PageBroke } from "./components/error-boundary.tsx";
import { Waiting } from "./components/states.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/** Everything behind the sign-in stands in the room: rail, top, bar. */
const desk = createRoute({ getParentRoute: () => root, id: "desk", component: lazyRouteComponent(() => import("./pages/desk.tsx"), "DeskPage") });

// One line a page. Addresses within Settings are its own affair.
const pages = [
  createRoute({ getParentRoute: () => desk, path: "/", component: lazyRouteComponent(() => import("./pages/today.tsx"), "TodayPage") }),
  createRoute({ getParentRoute: () => desk, path: "/compose/{-$post}", component: lazyRouteComponent(() => import("./pages/compose.tsx"), "ComposePage") }),
  createRoute({ getParentRoute: () => desk, path: "/calendar", component: lazyRouteComponent(() => import("./pages/calendar.tsx"), "CalendarPage") }),
  createRoute({ getParentRoute: () => desk, path: "/approvals", component: lazyRouteComponent(() => import("./pages/approvals.tsx"), "ApprovalsPage") }),
  createRoute({ getParentRoute: () => desk, path: "/practices/new", component: lazyRouteComponent(() => import("./pages/new-practice.tsx"), "NewPracticePage") }),
  createRoute({ getParentRoute: () => desk, path: "/rules", component: lazyRouteComponent(() => import("./pages/rules.tsx"), "RulesPage") }),
  createRoute({ getParentRoute: () => desk, path: "/rules/states/$state", component: lazyRouteComponent(() => import("./pages/state-rules.tsx"), "StateRulesPage") }),
  createRoute({ getParentRoute: () => desk, path: "/rules/$topic/$rule", component: lazyRouteComponent(() => import("./pages/rule.tsx"), "RulePage") }),
  createRoute({ getParentRoute: () => desk, path: "/record", component: lazyRouteComponent(() => import("./pages/record.tsx"), "RecordPage") }),
  createRoute({ getParentRoute: () => desk, path: "/settings", component: lazyRouteComponent(() => import("./pages/settings.tsx"), "SettingsPage") }),
  createRoute({ getParentRoute: () => desk, path: "/settings/$", component: lazyRouteComponent(() => import("./pages/settings.tsx"), "SettingsPage") }),
] as const;

const doors = [
  createRoute({ getParentRoute: () => root, path: "/sign-in", component: lazyRouteComponent(() => import("./pages/sign-in.tsx"), "SignInPage") }),
  createRoute({ getParentRoute: () => root, path: "/reset-password", component: lazyRouteComponent(() => import("./pages/reset-password.tsx"), "ResetPasswordPage") }),
  createRoute({ getParentRoute: () => root, path: "/set-up", component: lazyRouteComponent(() => import("./pages/set-up.tsx"), "SetUpPage") }),
  createRoute({ getParentRoute: () => root, path: "/join/$token", component: lazyRouteComponent(() => import("./pages/join.tsx"), "JoinPage") }),
  createRoute({ getParentRoute: () => root, path: "/parts", component: lazyRouteComponent(() => import("./pages/parts.tsx"), "PartsPage") }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([desk.addChildren(pages), ...doors]),
  defaultPendingMs: 150,
  defaultPendingComponent: () => <Waiting lines={6} />,
  defaultErrorComponent: ({ reset }) => <PageBroke again={reset} />,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFoundPage,
});

declare module "@tanstack/react-router" {
  interface Register { router: typeof router }
}

/** Links are plain addresses, search and hash and all. */
export const go = (href: string): void => router.history.push(href);

export const prepare = (href: string): void => {
  const { pathname } = new URL(href, location.origin);
  // Only a head start: if it fails, going there says so.
  void router.preloadRoute({ to: pathname } as Parameters<typeof router.preloadRoute>[0]).catch(() => undefined);
};

/** Going to another page puts the focus at its beginning, so that readers hear the page and Tab starts there. A page that only got its address stays as it is. */
router.subscribe("onRendered", ({ fromLocation, toLocation }) => {
  if (!fromLocation || fromLocation.pathname === toLocation.pathname || toLocation.hash || (toLocation.state as { isSamePage?: boolean }).isSamePage) return;
  document.getElementById("main")?.focus({ preventScroll: true });
});
