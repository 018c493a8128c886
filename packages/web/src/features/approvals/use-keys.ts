import { useEffect, useEffectEvent } from "react";

export interface Pressed { onStep: (by: 1 | -1) => void; onAgree: () => void; onRefuse: () => void }

const isElsewhere = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null);

/** J and K or the arrows go from one to the next, A and R begin a decision. None of them decides: a key can be hit by mistake. */
export function useKeys({ onStep, onAgree, onRefuse }: Pressed): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isElsewhere(event.target)) return;
    // The arrows scroll the page unless one is in the list.
    const isInList = event.target instanceof HTMLElement && event.target.closest(".matters") !== null;
    const does = event.key === "j" || (isInList && event.key === "ArrowDown") ? () => onStep(1) : event.key === "k" || (isInList && event.key === "ArrowUp") ? () => onStep(-1) : event.key === "a" ? onAgree : event.key === "r" ? onRefuse : null;
    if (!does) return;
    event.preventDefault();
    does();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
