import fc from "fast-check";
import { expect, test } from "vitest";
import { unmangle } from "./mojibake.ts";

test("a smile that an export wrote as four characters is a smile again", () => {
  expect(unmangle("So glad you came by \u00f0\u009f\u0098\u008a")).toBe("So glad you came by 😊");
  expect(unmangle("It\u00e2\u0080\u0099s peel season at the caf\u00c3\u00a9")).toBe("It’s peel season at the café");
});

test("a text that was never mangled stays as it is", () => {
  expect(unmangle("Crème de la crème: Dr. Núñez joins us 🎉")).toBe("Crème de la crème: Dr. Núñez joins us 🎉");
  expect(unmangle("Señora Núñez")).toBe("Señora Núñez");
});

test("whatever was mangled comes back", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    expect(unmangle(Buffer.from(text, "utf8").toString("latin1"))).toBe(text.startsWith("\uFEFF") ? text.slice(1) : text);
  }));
});
