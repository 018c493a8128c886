#!/usr/bin/env node
import { once } from "node:events";
import { run } from "../src/run.ts";

// A reader that stops reading, such as head, has seen what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

const { stdin, stdout, stderr, env } = process;

process.exitCode = await run(process.argv.slice(2), {
  stdin,
  out: async (text) => {
    if (text !== "" && !stdout.write(text)) await once(stdout, "drain");
  },
  err: (text) => void stderr.write(text),
  isColor: env["FORCE_COLOR"] !== undefined || (stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb"),
  columns: stdout.columns ?? 80,
  isWatched: stderr.isTTY === true,
});
