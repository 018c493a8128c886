import { Notice } from "../../components/notice.tsx";
import { useIsReachable } from "../../lib/reach.ts";
import "./room.css";

export function UnreachableLine() {
  if (useIsReachable()) return null;
  return <div className="away"><Notice kind="question" title="The desk does not answer">What you write is kept in this browser and sent when the desk is back. It is asked every few seconds.</Notice></div>;
}
