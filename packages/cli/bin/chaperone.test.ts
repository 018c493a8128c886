import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const bin = fileURLToPath(new URL("./chaperone.ts", import.meta.url));

function chaperone(args: string[], input: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { input, encoding: "utf8" });
}

test("the program ends with 0 for a fine text, 1 for a finding and 2 for what it could not check", () => {
  expect(chaperone(["check", "--fast", "-"], "Flu shots are in.")).toMatchObject({ status: 0, stderr: "" });
  expect(chaperone(["check", "--fast", "--surface", "ad"], "Lipo with us is 100% safe, results guaranteed.")).toMatchObject({ status: 1, stderr: "" });
  expect(chaperone(["check", "--fast", "nowhere.txt"], "")).toMatchObject({ status: 2, stderr: "“nowhere.txt” does not exist.\n" });
});
