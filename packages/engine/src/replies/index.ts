export { replies, spokenParts, combinations } from "./compose.ts";
export type { KindParts, Reply, ReplyOptions, ReplyParts, ReplyPractice } from "./compose.ts";
export { kindOf, languageOf, REPLY_KINDS, REPLY_LANGUAGES } from "./kind.ts";
export type { KindWords, ReplyKind, ReplyLanguage } from "./kind.ts";
