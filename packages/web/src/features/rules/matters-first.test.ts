import { STATES } from "@chaperone/contract";
import { expect, test } from "vitest";
import { depth, STATE_NAMES } from "../../components/state-tiles.tsx";
import { mattersFirst, tally } from "./matters-first.ts";

const about = (id: string, topic: string) => ({ id, topics: [topic] });

test("every state has a name", () => {
  expect(Object.keys(STATE_NAMES).sort()).toEqual([...STATES].sort());
});

test("prices come before credentials, and the second rule on prices after both", () => {
  const order = mattersFirst([about("retention", "protected-health-information"), about("board", "credential-claim"), about("fee", "price-inducement"), about("discount", "price-inducement")]);
  expect(order.map(({ id }) => id)).toEqual(["fee", "board", "retention", "discount"]);
});

test("how much was read is counted as it is", () => {
  const provisions = [{ known: "read" }, { known: "recalled" }, { known: "read" }] as const;
  expect([tally(provisions, "read"), tally(provisions, "copy"), tally(provisions, "recalled")]).toEqual([2, 0, 1]);
});

test.each([[0, 1], [4, 1], [5, 2], [8, 3], [10, 3], [11, 4], [26, 4]])("%i provisions have shade %i", (count, shade) => {
  expect(depth(count)).toBe(shade);
});
