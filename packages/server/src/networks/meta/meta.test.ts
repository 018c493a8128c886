import { describe, expect, test } from "vitest";
import { outgoingOf } from "../../../test-support/stand-ins/session.ts";
import type { Answer } from "../ask.ts";
import type { OtherPost, Trace } from "../trace.ts";
import type { Flow } from "./containers.ts";
import { metaCommitRefusal, metaRefusal } from "./errors.ts";
import type { Own } from "./own-posts.ts";
import { ours } from "./own-posts.ts";
import { findPublished } from "./published.ts";

const now = new Date("2026-03-02T09:00:00Z");
const answered = (status: number, error: Record<string, unknown>, headers: Record<string, string> = {}): Answer => ({ is: "answer", status, headers: new Headers(headers), body: { error: { message: "Open until six today.", ...error } } });
const own = (id: string, at: string, text = "Open until six today."): Own => ({ id, text, at, url: null, pictures: null });
const monday = outgoingOf({ text: "Open until six today. #clinic", plannedFor: "2026-03-02T09:00:00Z", startedAt: "2026-03-02T09:00:01Z" });

describe("what Meta says", () => {
  test.each([[190, 463, "auth"], [10, undefined, "permission"], [200, undefined, "permission"], [32, undefined, "rate-limited"], [80_001, undefined, "rate-limited"], [100, 1_404_102, "content-rejected"], [100, 1_366_051, "content-invalid"], [368, undefined, "content-rejected"], [9, 2_207_042, "rate-limited"], [100, undefined, "content-invalid"]] as const)("%i with %s is %s, and its words are not repeated", (code, error_subcode, kind) => {
    const refusal = metaRefusal(answered(400, { code, ...(error_subcode ? { error_subcode } : {}) }), now, "Facebook");
    expect(refusal).toMatchObject({ is: "refused", kind });
    expect(refusal.says).not.toContain("Open until");
  });
  test("the wait is what its own header says, in minutes", () => {
    const usage = JSON.stringify({ 1: [{ type: "pages", estimated_time_to_regain_access: 7 }, { type: "instagram" }] });
    expect(metaRefusal(answered(400, { code: 32 }, { "x-business-use-case-usage": usage }), now, "Facebook").retryAt).toBe("2026-03-02T09:07:00.000Z");
  });
  test("an error that says nothing leaves the one call unknown, also with a status of 400", () => {
    for (const error of [{ code: 1 }, { code: 2 }, { code: 100, is_transient: true }]) expect(metaCommitRefusal(answered(400, error), now, "Facebook").is).toBe("unknown");
    expect(metaCommitRefusal(answered(400, { code: 100 }), now, "Facebook").is).toBe("refused");
  });
});

/** What the desk knows when it looks for Monday's: the call began two seconds after the first try. */
const knows = (...others: OtherPost[]): Trace => ({ begunAt: "2026-03-02T09:00:02Z", others: async () => others });
const another = (more: Partial<OtherPost> = {}): OtherPost => ({ text: monday.text, id: null, url: null, startedAt: "2026-03-02T08:59:00Z", ...more });

describe("which post is ours", () => {
  const first = own("first", "2026-03-02T09:00:02+0000", "Open until  six today. clinic"), second = own("second", "2026-03-02T09:05:00+0000");
  const named = async (posts: Own[], trace: Trace): Promise<string> => { const found = await ours(posts, monday, trace); return typeof found === "string" ? found : found.id; };
  test("the one with the same words of that time, spaces and the signs of hashtags aside; what is hours younger may be another one", async () => {
    const dinner = own("dinner", "2026-03-02T19:00:02+0000", "Open until six today. clinic"), sunday = own("sunday", "2026-03-01T09:00:02+0000", "Open until six today. #clinic");
    expect(await named([first, sunday, own("tomorrow", "2026-03-03T09:00:02+0000")], knows())).toBe("first");
    expect(await named([dinner], knows())).toBe("unclear");
    expect(await named([sunday], knows())).toBe("none");
  });
  test("not one that the desk knows as another post of the practice, by its id or its address", async () => {
    const posts = [first, { ...second, text: monday.text, url: "https://www.facebook.com/second" }];
    expect(await named(posts, knows(another({ id: "first" })))).toBe("second");
    expect(await named(posts, knows(another({ url: "https://www.facebook.com/second" })))).toBe("first");
    expect(await named([first], knows(another({ id: "first" })))).toBe("none");
  });
  test("none of two that could both be it, and none that could be another one that is looked for", async () => {
    expect(await named([first, { ...second, text: monday.text }], knows())).toBe("unclear");
    expect(await named([first], knows(another()))).toBe("unclear");
    expect(await named([first], knows(another({ startedAt: null })))).toBe("unclear");
  });
  test("another one that was tried later, or says something else, is not in its way", async () => {
    expect(await named([first], knows(another({ startedAt: "2026-03-02T09:30:00Z" }), another({ text: "Closed today." })))).toBe("first");
  });
});

describe("whether a container was published", () => {
  const looked = (state: "PUBLISHED" | "EXPIRED" | "FINISHED" | "ERROR", items: Own[], { at = now, trace = knows() } = {}) => findPublished({ graph: { network: "Threads", now: at }, status: async () => ({ is: "status", state, reason: "" }) } as unknown as Flow, monday, { children: [], container: "1" }, trace, async () => ({ is: "list", items, isWhole: true }));
  const there = own("2", "2026-03-02T09:00:02+0000", monday.text);
  test("one that was is found among the account's posts, or cannot be told yet", async () => {
    expect(await looked("PUBLISHED", [there])).toMatchObject({ is: "committed", remote: { id: "2" } });
    expect(await looked("PUBLISHED", [])).toMatchObject({ is: "cannot-tell" });
  });
  test("one that ran out may have been published before", async () => {
    expect(await looked("EXPIRED", [there])).toMatchObject({ is: "committed" });
    expect(await looked("EXPIRED", [])).toEqual({ is: "absent" });
  });
  test("one that is ready may be in the middle of it, until two minutes have passed since the call", async () => {
    expect(await looked("FINISHED", [])).toMatchObject({ is: "refused", kind: "transient", retryAt: "2026-03-02T09:02:02.000Z" });
    expect(await looked("FINISHED", [], { at: new Date("2026-03-02T09:02:03Z") })).toEqual({ is: "absent" });
  });
  test("one that could not be filled never can be", async () => expect(await looked("ERROR", [])).toEqual({ is: "absent" }));
  test("one that is out, and could be either of two posts, is for a person to find", async () => {
    expect(await looked("PUBLISHED", [there, { ...there, id: "3" }])).toMatchObject({ is: "cannot-tell", says: expect.stringContaining("could be another one") });
  });
});
