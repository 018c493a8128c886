import type { Io } from "./io.ts";

const EVERY_MS = 200;

export interface Progress {
  add(more: number): void;
  done(): void;
}

/** A line on stderr that says how far and how fast, drawn only where someone watches. */
export function openProgress(io: Io, noun: string): Progress {
  if (!io.isWatched) return { add: () => undefined, done: () => undefined };
  const begun = performance.now();
  let count = 0;
  let drawn = begun;
  return {
    add: (more) => {
      count += more;
      const now = performance.now();
      if (now - drawn < EVERY_MS) return;
      drawn = now;
      const rate = Math.round(count / ((now - begun) / 1000));
      io.err(`\r\u001b[K${count.toLocaleString("en-US")} ${noun}, ${rate.toLocaleString("en-US")} a second`);
    },
    done: () => io.err("\r\u001b[K"),
  };
}
