/** What one edits: the title, what goes out, and when it is meant to. */
import { type Channel, type Content, NOTHING_YET, type Post } from "@chaperone/contract";

export interface Draft { title: string; content: Content; plannedFor: string | null }

export const blank = (channels: readonly string[], plannedFor: string | null, all: readonly Usual[] = []): Draft => ({ title: "", plannedFor, content: withChannels(NOTHING_YET, [...channels], all) });

export const draftOf = ({ givenTitle, content, plannedFor }: Post): Draft => ({ title: givenTitle, content, plannedFor });

/** The text in view: a channel's own, or the one that every channel shares. */
export const textIn = ({ text, overrides }: Content, channel: string | null): string => (channel === null ? undefined : overrides[channel]) ?? text;
export const withText = (content: Content, channel: string | null, text: string): Content =>
  channel !== null && content.overrides[channel] !== undefined ? { ...content, overrides: { ...content.overrides, [channel]: text } } : { ...content, text };

export function withOwn(content: Content, channel: string, own: boolean): Content {
  const { [channel]: _, ...rest } = content.overrides;
  return { ...content, overrides: own ? { ...rest, [channel]: content.text } : rest };
}

type Usual = Pick<Channel, "id" | "usual">;

/** A channel that is left out takes its own text and answers along; one that joins brings the answers that are usual there. */
export function withChannels({ settings, ...content }: Content, channels: string[], all: readonly Usual[] = []): Content {
  const joining = all.filter(({ id, usual }) => channels.includes(id) && !content.channels.includes(id) && Object.keys(usual).length > 0);
  const kept = settings || joining.length > 0 ? { settings: { ...among(settings ?? {}, channels), ...Object.fromEntries(joining.map(({ id, usual }) => [id, usual])) } } : {};
  return { ...content, channels, overrides: among(content.overrides, channels), ...kept };
}

const among = <Value,>(values: Record<string, Value>, channels: string[]): Record<string, Value> => Object.fromEntries(Object.entries(values).filter(([channel]) => channels.includes(channel)));

/** What a channel asks for beside the text; an empty answer is none. */
export function withAnswer({ settings = {}, ...content }: Content, channel: string, setting: string, answer: string | boolean): Content {
  const { [setting]: _, ...rest } = settings[channel] ?? {};
  return { ...content, settings: { ...settings, [channel]: answer === "" || answer === false ? rest : { ...rest, [setting]: answer } } };
}

export const withReason = (content: Content, rule: string, reason: string | null): Content =>
  ({ ...content, reasons: [...content.reasons.filter((one) => one.rule !== rule), ...(reason === null ? [] : [{ rule, reason }])] });

/** "#one two" and "one, two" are two tags. */
export const tagsIn = (written: string): string[] => [...new Set(written.split(/[\s,#]+/u).filter(Boolean))];
