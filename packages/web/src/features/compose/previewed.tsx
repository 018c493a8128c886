import { type Channel, type Content, outgoing } from "@chaperone/contract";
import { nearDay, time } from "../../lib/dates.ts";
import { channelsOf } from "./gate-state.ts";
import type { Accounts } from "./use-accounts.ts";
import type { PreviewedPost } from "./previews/preview.tsx";

const SQUARE = { width: 1080, height: 1080 };
/** The account’s own, or as such an account would be called; the network’s sign before it is the preview’s. */
const handleOf = (name: string, accounts: Accounts, channel: string): string => accounts.get(channel)?.account?.handle.replace(/^@/, "") || name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "");

const warningOf = ({ settings }: Content, channel: string): string | undefined => { const warning = settings?.[channel]?.["warning"]; return typeof warning === "string" && warning.trim() !== "" ? warning : undefined; };

/** The post as each of its channels would get it. */
export function previewed(content: Content, channels: readonly Channel[], accounts: Accounts, title: string, plannedFor: string | null, zone: string, now: Date): PreviewedPost[] {
  const when = plannedFor ? `${nearDay(plannedFor, zone, now)} at ${time(plannedFor, zone)}` : "Just now";
  const pictures = content.pictures.map(({ id, name, alt }) => ({ alt, size: SQUARE, drawn: <span key={id} className="picture-name" role="img" aria-label={alt || name}>{name}</span> }));
  return channelsOf(content, channels).map(({ id, network, name }) => ({ channel: id, network, name, handle: handleOf(name, accounts, id), text: outgoing(content, id), when, pictures, title: title || undefined, warning: warningOf(content, id) }));
}
