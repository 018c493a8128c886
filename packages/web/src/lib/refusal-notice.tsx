import { Refused } from "@chaperone/contract";
import { Notice } from "../components/notice.tsx";
import { inWords } from "./api.ts";

/** What the desk refused, where, and what to do next; nothing while there is no error. */
export function RefusalNotice({ error }: { error: unknown }) {
  if (!error) return null;
  const { says, next } = inWords(error), errors = error instanceof Refused ? error.problem.errors ?? [] : [];
  return (
    <Notice kind="stop">
      {says} {errors.length === 0 ? next : null}
      {errors.length > 0 ? <ul>{errors.map((one) => <li key={one.at + one.says}>{fieldOf(one.at)}{one.says}</li>)}</ul> : null}
    </Notice>
  );
}

/** "/body/phones/0" → "Phones: "; a rule's text says its own lines. */
function fieldOf(at: string): string {
  const field = at.split("/").findLast((part) => part !== "" && part !== "body" && part !== "yaml" && !/^\d+$/.test(part));
  return field ? `${field[0]!.toUpperCase()}${field.slice(1).replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)}: ` : "";
}
