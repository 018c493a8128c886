/** What kind of words these are, and what goes with them. */
import type { Content } from "@chaperone/contract";
import type { Surface } from "@chaperone/engine";
import { useState } from "react";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import { tagsIn } from "./draft.ts";

const SURFACE_WORDS: Record<Surface, { label: string; detail: string }> = {
  post: { label: "Post", detail: "What the practice says to everyone" },
  reply: { label: "Public answer", detail: "To a review, a comment or a mention" },
  message: { label: "Private message", detail: "Only one person reads it" },
  ad: { label: "Advertisement", detail: "Paid to be shown" },
  giveaway: { label: "Giveaway", detail: "Something is to be won" },
  profile: { label: "Profile text", detail: "Stands on the page for long" },
  caption: { label: "Caption", detail: "Under a picture or a video" },
};
const KIND_WORDS = { review: "Review", comment: "Comment", mention: "Mention", message: "Message" } as const;
const SURFACES = Object.entries(SURFACE_WORDS).map(([id, words]) => ({ id, ...words }));
const KINDS = Object.entries(KIND_WORDS).map(([id, label]) => ({ id, label }));

export function Details({ content, onChange, children }: { content: Content; onChange: (content: Content) => void; children?: React.ReactNode }) {
  const { surface, link, hashtags } = content, answers = surface === "reply" || surface === "message";
  const said = [SURFACE_WORDS[surface].label, link ? "with a link" : "", hashtags.length > 0 ? `${hashtags.length} ${hashtags.length === 1 ? "hashtag" : "hashtags"}` : ""].filter(Boolean).join(", ");
  return (
    <Disclosure title={<>Details <span className="faint small">{said}</span></>} open={answers && content.inReplyTo === null}>
      <div className="details">
        <Select label="What it is" choices={SURFACES} chosen={surface} onChoose={(id) => onChange({ ...content, surface: id as Surface })} />
        {answers ? <AnsweredFields content={content} onChange={onChange} /> : null}
        <TextField label="Link" help="Goes after the text where the text does not have it." type="url" value={link ?? ""} onChange={(value) => onChange({ ...content, link: value.trim() || null })} />
        <Hashtags key={hashtags.join(" ")} hashtags={hashtags} onChange={(tags) => onChange({ ...content, hashtags: tags })} />
        {children}
      </div>
    </Disclosure>
  );
}

function AnsweredFields({ content, onChange }: { content: Content; onChange: (content: Content) => void }) {
  const answered = content.inReplyTo ?? { kind: "review" as const, author: "", text: "" };
  const change = (part: Partial<typeof answered>): void => { const next = { ...answered, ...part }; onChange({ ...content, inReplyTo: next.text.trim() || next.author.trim() ? next : null }); };
  return (
    <>
      <div className="two">
        <Select label="It answers a" choices={KINDS} chosen={answered.kind} onChoose={(kind) => change({ kind: kind as typeof answered.kind })} />
        <TextField label="Who wrote that" value={answered.author} onChange={(author) => change({ author })} maxLength={200} />
      </div>
      <TextArea label="What they wrote" help="The check reads it: what it tells must not be confirmed in public." rows={3} serif value={answered.text} onChange={(text) => change({ text })} />
    </>
  );
}

/** Becomes tags when one leaves it, so that a comma does not jump while one writes. */
function Hashtags({ hashtags, onChange }: { hashtags: readonly string[]; onChange: (tags: string[]) => void }) {
  const [written, write] = useState(hashtags.map((tag) => `#${tag}`).join(" "));
  return <TextField label="Hashtags" help="Read like any other words." value={written} onChange={write} onBlur={() => { const tags = tagsIn(written); if (tags.join(" ") !== hashtags.join(" ")) onChange(tags); }} />;
}
