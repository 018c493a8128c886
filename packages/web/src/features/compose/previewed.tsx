import { type Channel, type Content, outgoing } from "@chaperone/contract";
import { nearDay, time } from "../../lib/dates.ts";
import { channelsOf } from "./gate-state.ts";
import type { PreviewedPost } from "./previews/preview.tsx";

const SQUARE = { width: 1080, height: 1080 };
/** As such an account would be called; the network’s own sign before it is the preview’s. */
const handleOf = (name: string): string => name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "");

const warningOf = ({ settings }: Content, channel: string): string | undefined => { const warning = settings?.[channel]?.["warning"]; return typeof warning === "string" && warning.trim() !== "" ? warning : undefined; };

/** The post as each of its channels would get it. */
export function previewed(content: Content, channels: readonly Channel[], title: string, plannedFor: string | null, zone: string, now: Date): PreviewedPost[] {
  const when = plannedFor ? `${nearDay(plannedFor, zone, now)} at ${time(plannedFor, zone)}` : "Just now";
  const pictures = content.pictures.map(({ id, name, alt }) => ({ alt, size: SQUARE, drawn: <span key={id} className="picture-name" role="img" aria-label={alt || name}>{name}</span> }));
  return channelsOf(content, channels).map(({ id, network, name }) => ({ channel: id, network, name, handle: handleOf(name), text: outgoing(content, id), when, pictures, title: title || undefined, warning: warningOf(content, id) }));
}
