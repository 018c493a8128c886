import type { PostSummary } from "@chaperone/contract";
import { useCallback, useEffect, useRef, useState } from "react";

const MEANT = 6, EDGE = 56, SCROLL = 14;

export interface Drag { post: PostSummary; over: string | null }

/** The tray of posts without a time, as a place to drop on. */
export const TRAY = "tray";

const dropUnder = (x: number, y: number): string | null => document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-drop]")?.dataset["drop"] ?? null;

/**
 * Dragging with a mouse or a pen. A finger scrolls; for fingers and keys there is the dialog.
 * Whatever carries `data-drop` takes the post; `Esc` puts it back.
 */
export function useDrag(onDrop: (post: PostSummary, onto: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null), ghost = useRef<HTMLDivElement>(null), end = useRef<() => void>(() => undefined), drop = useRef(onDrop);
  useEffect(() => { drop.current = onDrop; });
  useEffect(() => () => end.current(), []);

  const grab = useCallback((event: React.PointerEvent, post: PostSummary) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    let isMeant = false, over: string | null = null;
    const listening = new AbortController(), on = { signal: listening.signal };
    end.current = () => { listening.abort(); setDrag(null); };

    addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
      isMeant ||= Math.hypot(x - from.x, y - from.y) > MEANT;
      if (!isMeant) return;
      if (y < EDGE || y > innerHeight - EDGE) scrollBy(0, y < EDGE ? -SCROLL : SCROLL);
      over = dropUnder(x, y);
      setDrag((before) => before?.over === over && before.post === post ? before : { post, over });
      requestAnimationFrame(() => ghost.current?.style.setProperty("transform", `translate(${x + 12}px, ${y + 10}px)`));
    }, on);
    addEventListener("pointerup", () => {
      end.current();
      if (!isMeant) return;
      // The press that ends a drag is not one on the card.
      addEventListener("click", (click) => { click.stopPropagation(); click.preventDefault(); }, { capture: true, once: true, signal: AbortSignal.timeout(50) });
      if (over) drop.current(post, over);
    }, on);
    addEventListener("pointercancel", () => end.current(), on);
    addEventListener("keydown", (key) => { if (key.key === "Escape" && isMeant) { key.preventDefault(); isMeant = false; end.current(); } }, on);
  }, []);

  return { drag, grab, ghost };
}
