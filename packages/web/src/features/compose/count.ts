/** X counts by its own library, which is as large as a page: it comes by itself, after the first letter. */
export { count } from "@chaperone/contract";
