import type { Plan } from "@chaperone/contract";
import { Button, ButtonLink } from "../../components/button.tsx";
import { Shape } from "../../components/shape.tsx";
import { capital, inNumbers } from "../../lib/counting.ts";
import { percent, shareSays } from "./meters.ts";
import "./week-foot.css";

interface WeekFootProps {
  share: Plan["share"];
  swaps: Plan["swaps"];
  /** Of the week that is shown: out or sure to go out, and planned but waiting on a person. */
  certain: number;
  waiting: number;
  wanted: number;
  isThisWeek: boolean;
  onMove?: ((post: string, at: string) => void) | undefined;
  children?: React.ReactNode;
}

/** Under a week: what it comes to, against both bounds. */
export function WeekFoot({ share, swaps, certain, waiting, wanted, isThisWeek, onMove, children }: WeekFootProps) {
  return (
    <>
      <div>
        <span className="label">{isThisWeek ? "This week" : "In this week"}</span>
        <b>{certain} of {wanted} are certain</b>
        <span className="muted">{waiting === 0 ? certain >= wanted ? "The week is full." : "Nothing else is planned." : `${capital(inNumbers(waiting))} more wait${waiting === 1 ? "s" : ""} on a person.`}</span>
      </div>
      <div>
        <span className="label">Promotional, 28 days</span>
        <b className="row tight"><Shape kind={share.isBroken ? "question" : "clear"} size={18} name={share.isBroken ? "Over the limit" : "Within the limit"} />{percent(share.share)}, at most {percent(share.bound)}</b>
        <span className="muted">{shareSays(share)}</span>
      </div>
      {swaps.length > 0 ? (
        <div>
          <span className="label">{swaps.length === 1 ? "A way back under" : "Two ways back under"}</span>
          <span className="row wrap">{swaps.slice(0, 2).map(({ kind, post, title, at, says, shareAfter }) => {
            const words = <>{title}, {percent(shareAfter)}<span className="vh">: {says}</span></>;
            return kind === "move" && at && onMove ? <Button key={post} low kind="plain" onPress={() => onMove(post, at)}>{words}</Button> : <ButtonLink key={post} low kind="plain" href={`/compose/${post}`}>{words}</ButtonLink>;
          })}</span>
        </div>
      ) : null}
      {children}
    </>
  );
}
