import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { MenuPart } from "./menu.tsx";

/** What lies over a page is fetched once the page stands, so that the first paint does not wait for it. */
export const fetchMenu = () => import("./menu.tsx");
const MenuOver = lazy(() => fetchMenu().then((file) => ({ default: file.MenuOver })));

interface MenuButtonProps { className: string; label: string; name?: string; placement?: "bottom start" | "bottom end"; sections: readonly MenuPart[]; children: React.ReactNode }

/** A button that is there at once, and its menu when it is pressed. */
export function MenuButton({ className, label, name, placement = "bottom end", sections, children }: MenuButtonProps) {
  const [isOpen, open] = useState(false), button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} className={className} aria-haspopup="menu" aria-expanded={isOpen} onPress={() => open(!isOpen)} {...(name ? { "aria-label": name } : {})}>{children}</Button>
      {isOpen ? <Suspense><MenuOver over={button} isOpen onOpenChange={open} label={label} sections={sections} placement={placement} /></Suspense> : null}
    </>
  );
}
