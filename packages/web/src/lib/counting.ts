const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** Numbers up to ten are words in a sentence. */
export const inNumbers = (count: number): string => NUMBERS[count] ?? String(count);
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
/** “Four things”, at the beginning of a sentence. */
export const countInWords = (count: number, one: string, many: string): string => `${capital(inNumbers(count))} ${count === 1 ? one : many}`;
