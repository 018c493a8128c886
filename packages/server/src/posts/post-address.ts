import { Refusal } from "../http/refusal.ts";

/** Where a post can be seen, as somebody pasted it: it becomes a link in the app. */
export function refuseNoAddress(url: string | null): void {
  if (url !== null && !/^https?:\/\/\S+$/i.test(url)) throw new Refusal("invalid-request", { errors: [{ at: "/url", says: "must be the address of the post, beginning with https://" }] });
}
