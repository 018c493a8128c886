/** Networks trim, join line breaks and shorten addresses; none of that is another text. */
const plain = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u200b\u2060\ufeff]/g, "").replace(/\bhttps?:\/\/(www\.)?/gi, "").replace(/\s+/g, " ").trim();

export const readsAlike = (there: string, approved: string): boolean => plain(there) === plain(approved);
