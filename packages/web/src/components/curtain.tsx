import { Button } from "react-aria-components";
import "./curtain.css";

/** Covers what a stranger told the world about their body. Drawing it aside takes a reason, which `onDraw` asks for, and the record says so. */
export function Curtain({ over, onDraw }: { over: string; onDraw?: () => void }) {
  if (!onDraw) return <span className="curtain"><span className="vh">Covered: </span>{over}</span>;
  return <Button className="curtain" aria-label={`Covered: ${over}. Draw the curtain aside`} onPress={onDraw}>{over}</Button>;
}
