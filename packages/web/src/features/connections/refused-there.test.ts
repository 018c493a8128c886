import { expect, test } from "vitest";
import { refusedThere } from "./refused-there.ts";

const said = (search: string) => refusedThere(new URLSearchParams(search));

test("a code and a state are nothing to complain of", () => expect(said("state=s&code=c")).toBeNull());
test("a person who pressed Cancel is told so, in our words and with the way on", () => {
  expect(said("error=access_denied&error_description=<b>The+user+denied</b>")).toEqual({ says: "The sign-in was not allowed", next: expect.stringContaining("Begin again") as string });
});
test("an error that nobody foresaw is not repeated", () => expect(JSON.stringify(said("error=some_odd_thing&state=s"))).not.toContain("odd"));
test("whoever comes here by hand is sent to the connections", () => expect(said("")?.next).toContain("Connections page"));
