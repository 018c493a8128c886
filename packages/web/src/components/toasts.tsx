import { IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { closeToast, useToast } from "../lib/toast.ts";
import { Button, IconButton } from "./button.tsx";
import "./toasts.css";

const STAYS = 9_000;

/** Stands once, in the room. It goes by itself, but not while a pointer or the focus rests on it. */
export function Toasts() {
  const shown = useToast(), [isHeld, hold] = useState(false);
  useEffect(() => {
    if (!shown || isHeld) return;
    const leave = setTimeout(closeToast, STAYS);
    return () => clearTimeout(leave);
  }, [shown, isHeld]);
  const close = () => { hold(false); closeToast(); };
  return (
    <div className="toasts" role="status">
      {shown ? (
        <div key={shown.id} className="toast" onPointerEnter={() => hold(true)} onPointerLeave={() => hold(false)} onFocus={() => hold(true)} onBlur={() => hold(false)} onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
          <p>{shown.says}</p>
          {shown.undo ? <Button low kind="quiet" onPress={() => { close(); shown.undo?.(); }}>Undo</Button> : null}
          <IconButton icon={IconX} label="Close" low onPress={close} />
        </div>
      ) : null}
    </div>
  );
}
