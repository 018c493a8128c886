import { ErrorBoundary } from "./components/error-boundary.tsx";
import { Waiting } from "./components/states.tsx";
import { push, usePlace } from "./lib/place.ts";
import { fetchFor, page, Router as Drawn, type Routes } from "./lib/routes.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { Suspense } from "react";

// One line a page. Addresses within Settings are its own affair.
const routes: Routes = {
  /** Everything behind the sign-in stands in the room: rail, top, bar. */
  room: page("/", () => import("./pages/desk.tsx"), (file) => file.DeskPage),
  inRoom: [
    page("/", () => import("./pages/today.tsx"), (file) => file.TodayPage),
    page("/compose/:post?", () => import("./pages/compose.tsx"), (file) => file.ComposePage),
    page("/posts/:post", () => import("./pages/post.tsx"), (file) => file.PostPage),
    page("/connect", () => import("./pages/connect.tsx"), (file) => file.ConnectPage),
    page("/calendar", () => import("./pages/calendar.tsx"), (file) => file.CalendarPage),
    page("/approvals", () => import("./pages/approvals.tsx"), (file) => file.ApprovalsPage),
    page("/practices/new", () => import("./pages/new-practice.tsx"), (file) => file.NewPracticePage),
    page("/rules", () => import("./pages/rules.tsx"), (file) => file.RulesPage),
    page("/rules/states/:state", () => import("./pages/state-rules.tsx"), (file) => file.StateRulesPage),
    page("/rules/:topic/:rule", () => import("./pages/rule.tsx"), (file) => file.RulePage),
    page("/record", () => import("./pages/record.tsx"), (file) => file.RecordPage),
    page("/settings/*", () => import("./pages/settings.tsx"), (file) => file.SettingsPage),
  ],
  doors: [
    page("/sign-in", () => import("./pages/sign-in.tsx"), (file) => file.SignInPage),
    page("/reset-password", () => import("./pages/reset-password.tsx"), (file) => file.ResetPasswordPage),
    page("/set-up", () => import("./pages/set-up.tsx"), (file) => file.SetUpPage),
    page("/join/:token", () => import("./pages/join.tsx"), (file) => file.JoinPage),
    page("/parts", () => import("./pages/parts.tsx"), (file) => file.PartsPage),
  ],
  NotFound: NotFoundPage,
};

export function Router() {
  return <ErrorBoundary at={usePlace().pathname}><Suspense fallback={<Waiting lines={6} />}><Drawn routes={routes} /></Suspense></ErrorBoundary>;
}

/** Links are plain addresses, search and hash and all. */
export const go = push;

/** Only a head start: if it fails, going there says so. */
export const prepare = (href: string): void => void fetchFor(routes, new URL(href, location.origin).pathname)?.catch(() => undefined);
