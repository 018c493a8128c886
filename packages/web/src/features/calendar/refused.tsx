import { Button, ButtonLink } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import type { Refusal } from "./use-move.ts";
import "./refused.css";

/** A move that the desk did not take, in its words. */
export function Refused({ refusal, close }: { refusal: Refusal; close: () => void }) {
  return (
    <div className="refused">
      <Notice kind="question" title={refusal.says} actions={<><ButtonLink low kind="plain" href={`/compose/${refusal.post}`}>Open the post</ButtonLink><Button low kind="quiet" onPress={close}>Close</Button></>}>{refusal.next} It stands where it was.</Notice>
    </div>
  );
}
