/** Pasted words come as words: one kind of line end, no marks that nobody sees. */
export const asWords = (pasted: string): string =>
  pasted.replace(/\r\n?/g, "\n").replace(/[\u00A0\u202F]/g, " ").replace(/[\u200B\u2060\uFEFF]/g, "").replace(/[ \t]+$/gm, "");
