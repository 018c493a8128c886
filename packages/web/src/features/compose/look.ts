/** What every network asks and refuses, as data: it comes by itself, after the first letter. */
export { noticesOf } from "@chaperone/contract";
