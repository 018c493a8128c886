/** What holds a publication, and where somebody changes that. */
import { HELD_WHY } from "../../lib/standing.ts";

interface Held { says: string; label: string; href: (post: string) => string }

const inCompose = (post: string): string => `/compose/${post}`, atConnections = (): string => "/settings/connections";
const HELD: Record<string, Held> = {
  "channel-paused": { says: "Go on with the channel, and the post stands on the plan again.", label: "To the channel", href: atConnections },
  "silence": { says: "Nothing goes out by itself while the practice is silent. If the silence ends before its time, it goes out.", label: "See the silence", href: atConnections },
  "slot-passed": { says: "Nobody let it go out in time. Give it a new one.", label: "Choose a time", href: inCompose },
  "channel-removed": { says: "There is nowhere for it to go. Choose another channel.", label: "Choose a channel", href: inCompose },
  "edited": { says: "Its words are others now than those that were approved. Ask for approval again.", label: "Open in Compose", href: inCompose },
  "approver-left": { says: "Somebody else has to approve it.", label: "Open in Compose", href: inCompose },
  "rules-changed": { says: "The rules are others now than when it was checked. See what the desk says today.", label: "Open in Compose", href: inCompose },
  "not-checked": { says: "The check did not finish, and nothing goes out unchecked. Nothing was lost.", label: "Check again", href: inCompose },
};
const ELSE: Held = { says: "Compose shows what it takes before it may go out. Nothing was lost.", label: "Open in Compose", href: inCompose };

export const heldSays = (why: string | null): Held & { title: string } => ({ ...(HELD[why ?? ""] ?? ELSE), title: sentence(HELD_WHY[why ?? ""] ?? "the desk holds it back") });
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
