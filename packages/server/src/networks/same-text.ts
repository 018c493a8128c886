/** Whether a text that a network shows is the one that was sent. Networks trim, and some compose accents or change line ends; nothing else may differ. */
export const sameText = (one: string, other: string): boolean => plain(one) === plain(other);

/** For a network that shows so many characters and cuts the rest; a text that is short of that was not cut, and has to be the same. */
export const sameBeginning = (shown: string, sent: string, cutAt: number): boolean =>
  sameText(shown, sent) || (wasCut(shown, cutAt) && plain(sent).startsWith(plain(shown)));

export const wasCut = (shown: string, cutAt: number): boolean => plain(shown).length > cutAt - CUT_LOOSELY;
/** Networks cut between words, and count in their own way. */
const CUT_LOOSELY = 20;

const plain = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
