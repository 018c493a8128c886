/** Whether a text that a network shows is the one that was sent. Networks trim, and some compose accents or change line ends; nothing else may differ. */
export const sameText = (one: string, other: string): boolean => plain(one) === plain(other);

/** For a network that shows the beginning only. */
export const beginsAs = (shown: string, sent: string): boolean => plain(shown) !== "" && plain(sent).startsWith(plain(shown));

const plain = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

/** A network's clock may be behind ours by this much when it says how old a post is. */
const CLOCKS_DIFFER_MS = 120_000;
export const isSince = (at: string | number, startedAt: string): boolean => new Date(at).getTime() >= Date.parse(startedAt) - CLOCKS_DIFFER_MS;
