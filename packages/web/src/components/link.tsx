import { createContext, useContext } from "react";
import { RouterProvider } from "react-aria-components";
import "./link.css";

interface Going {
  go: (href: string) => void;
  /** Called when a pointer or the focus comes near, so that the page is there when it is asked for. */
  prepare?: (href: string) => void;
}

const GoingContext = createContext<Going>({ go: (href) => location.assign(href) });

/** The router hands its way of going in here; links, buttons and menus then need only an address. */
export function LinksGo({ go, prepare, children }: Going & { children: React.ReactNode }) {
  return (
    <GoingContext value={prepare ? { go, prepare } : { go }}>
      <RouterProvider navigate={go}>{children}</RouterProvider>
    </GoingContext>
  );
}

export const useGo = (): ((href: string) => void) => useContext(GoingContext).go;

/** A plain anchor until the moment of a plain click. */
export function useLinkProps(href: string, onClick?: React.MouseEventHandler<HTMLAnchorElement>) {
  const { go, prepare } = useContext(GoingContext);
  const ours = href.startsWith("/") && !href.startsWith("//") && !href.startsWith("/api/");
  return {
    href,
    onClick: (event: React.MouseEvent<HTMLAnchorElement>) => {
      onClick?.(event);
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!ours || !plain || event.defaultPrevented || event.currentTarget.target || event.currentTarget.hasAttribute("download")) return;
      event.preventDefault();
      go(href);
    },
    ...(ours && prepare ? { onPointerEnter: () => prepare(href), onFocus: () => prepare(href) } : {}),
  };
}

export interface LinkProps extends Omit<React.AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  href: string;
}

/** `className="link"` underlines in scrub; without it the link takes the look of what it stands in. */
export function Link({ href, onClick, children, ...rest }: LinkProps) {
  return <a {...rest} {...useLinkProps(href, onClick)}>{children}</a>;
}
