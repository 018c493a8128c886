import { useQuery } from "@tanstack/react-query";
import { Shape } from "../../components/shape.tsx";
import { ruleQuery } from "./queries.ts";
import { threeOf } from "./three-of.ts";

type Kind = "stop" | "question" | "note" | "clear";
const WORDS: Record<Kind, string> = { stop: "Stop", question: "Question", note: "Note", clear: "Clear" };

/** A real sentence, and how the desk reads it. */
export const Example = ({ kind, sentence }: { kind: Kind; sentence: string }) => <li><Shape kind={kind} size={20} /><p>{sentence}</p><span className="small muted">{WORDS[kind]}</span></li>;

/** Of the first rule that serves a provision: two that it finds, one that it lets pass. */
export function Examples({ rule }: { rule: string | undefined }) {
  const [topic = "", id = ""] = rule?.split("/") ?? [], { data } = useQuery({ ...ruleQuery(topic, id), enabled: rule !== undefined });
  if (!data) return null;
  return (
    <>
      <h3>How the desk reads it</h3>
      <ul className="ex">{threeOf(data).map(({ sentence, isFound }) => <Example key={sentence} kind={isFound ? data.severity : "clear"} sentence={sentence} />)}</ul>
    </>
  );
}
