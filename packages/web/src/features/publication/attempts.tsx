import type { Attempt } from "@chaperone/contract";
import { Shape } from "../../components/shape.tsx";
import { dayAndTime } from "../../lib/dates.ts";
import { outcomeSays, stepSays } from "./words.ts";

/** Each call to the network, oldest first: when, what for, how it ended, and who asked for it. */
export function Attempts({ attempts, zone }: { attempts: readonly Attempt[]; zone: string }) {
  return (
    <ol className="attempts">
      {attempts.map((one) => {
        const { kind, word } = outcomeSays(one);
        return (
          <li key={one.id}>
            <time className="tiny" dateTime={one.at}>{dayAndTime(one.at, zone)}</time>
            <Shape kind={kind} size={16} />
            <p><b>{stepSays(one)}</b>: {word}{one.person ? `, asked by ${one.person.name}` : ""}.{one.says ? <span className="muted"> {one.says}</span> : null}</p>
          </li>
        );
      })}
    </ol>
  );
}
