import { describe, expect, test } from "vitest";
import { outgoingOf } from "../../../test-support/stand-ins/session.ts";
import type { Answer } from "../ask.ts";
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

describe("which post is ours", () => {
  test("the earliest with the same words since it was tried, spaces and the signs of hashtags aside", () => {
    const posts = [own("tuesday", "2026-03-03T09:00:02+0000", "Open until six today. clinic"), own("monday", "2026-03-02T09:00:02+0000", "Open until  six today. clinic"), own("sunday", "2026-03-01T09:00:02+0000", "Open until six today. #clinic")];
    expect(ours(posts, monday)?.id).toBe("monday");
    expect(ours(posts.slice(0, 1), monday)).toBeUndefined();
    expect(ours(posts.slice(2), monday)).toBeUndefined();
  });
});

describe("whether a container was published", () => {
  const looked = (state: "PUBLISHED" | "EXPIRED" | "FINISHED", items: Own[]) => findPublished({ graph: { network: "Threads" }, status: async () => ({ is: "status", state, reason: "" }) } as unknown as Flow, monday, { children: [], container: "1" }, async () => ({ is: "list", items, isWhole: true }));
  const there = own("2", "2026-03-02T09:00:02+0000", monday.text);
  test("one that was is found among the account's posts, or cannot be told yet", async () => {
    expect(await looked("PUBLISHED", [there])).toMatchObject({ is: "committed", remote: { id: "2" } });
    expect(await looked("PUBLISHED", [])).toMatchObject({ is: "cannot-tell" });
  });
  test("one that ran out may have been published before", async () => {
    expect(await looked("EXPIRED", [there])).toMatchObject({ is: "committed" });
    expect(await looked("EXPIRED", [])).toEqual({ is: "absent" });
  });
  test("one that is ready was not", async () => expect(await looked("FINISHED", [])).toEqual({ is: "absent" }));
});
