import type { Calendar } from "@chaperone/contract";
import { expect, test } from "vitest";
import { withMoved } from "./moved.ts";

const post = (id: string, plannedFor: string | null, states: string[] = []) => ({ id, plannedFor, publications: states.map((state) => ({ state, at: plannedFor })) }) as unknown as Calendar["posts"][number];
const NINE = "2026-11-25T14:00:00.000Z", TEN = "2026-11-26T15:00:00.000Z";
const calendar = { posts: [post("thanks", NINE, ["scheduled", "published"]), post("cleanup", NINE)], unplanned: [post("retinol", null)] } as unknown as Calendar;
const shape = ({ posts, unplanned }: Calendar) => ({ posts: posts.map(({ id, plannedFor }) => [id, plannedFor]), unplanned: unplanned.map(({ id, plannedFor }) => [id, plannedFor]) });

test("a post moves with what is scheduled of it, and what is out stays where it went out", () => {
  const moved = withMoved(calendar, "thanks", TEN);
  expect(shape(moved)).toEqual({ posts: [["cleanup", NINE], ["thanks", TEN]], unplanned: [["retinol", null]] });
  expect(moved.posts[1]!.publications.map(({ at }) => at)).toEqual([TEN, NINE]);
});

test("a post from the tray gets a time, and one that loses its time is back in the tray", () => {
  expect(shape(withMoved(calendar, "retinol", TEN))).toEqual({ posts: [["thanks", NINE], ["cleanup", NINE], ["retinol", TEN]], unplanned: [] });
  expect(shape(withMoved(calendar, "cleanup", null))).toEqual({ posts: [["thanks", NINE]], unplanned: [["cleanup", null], ["retinol", null]] });
});

test("a month that does not show the post stays as it is", () => {
  expect(withMoved(calendar, "elsewhere", TEN)).toBe(calendar);
});
