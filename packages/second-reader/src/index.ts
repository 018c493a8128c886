export { openSecondReader } from "./second-reader.ts";
export type { SecondReader } from "./second-reader.ts";
