import { IconX } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button, IconButton } from "./button.tsx";
import "./toasts.css";

/** What was just done, with the way back. Never for anything that matters: that stands on the page. */
export interface Toast { says: string; undo?: () => void }

const STAYS = 9_000;
const listeners = new Set<() => void>();
let shown: (Toast & { id: number }) | null = null, count = 0;

const show = (toast: typeof shown) => { shown = toast; for (const tell of listeners) tell(); };
const listen = (tell: () => void) => { listeners.add(tell); return () => { listeners.delete(tell); }; };

/** One at a time: a newer one takes the place. */
export const toast = (one: Toast): void => show({ ...one, id: ++count });

/** Stands once, in the room. It goes by itself, but not while a pointer or the focus rests on it. */
export function Toasts() {
  const now = useSyncExternalStore(listen, () => shown), [isHeld, hold] = useState(false);
  useEffect(() => {
    if (!now || isHeld) return;
    const leave = setTimeout(() => show(null), STAYS);
    return () => clearTimeout(leave);
  }, [now, isHeld]);
  const close = () => { hold(false); show(null); };
  return (
    <div className="toasts" role="status">
      {now ? (
        <div key={now.id} className="toast" onPointerEnter={() => hold(true)} onPointerLeave={() => hold(false)} onFocus={() => hold(true)} onBlur={() => hold(false)} onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
          <p>{now.says}</p>
          {now.undo ? <Button low kind="quiet" onPress={() => { close(); now.undo?.(); }}>Undo</Button> : null}
          <IconButton icon={IconX} label="Close" low onPress={close} />
        </div>
      ) : null}
    </div>
  );
}
