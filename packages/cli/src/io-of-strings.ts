import type { Io } from "./io.ts";

export interface StringIo extends Io {
  stdout: string;
  stderr: string;
}

/** A terminal made of strings, for tests and for callers that want the output as a value. */
export function ioOfStrings(stdin: string | Uint8Array = "", settings: Partial<Io> = {}): StringIo {
  const io: StringIo = {
    stdin: once(typeof stdin === "string" ? Buffer.from(stdin) : stdin),
    stdout: "",
    stderr: "",
    out: async (text) => { io.stdout += text; },
    err: (text) => { io.stderr += text; },
    isColor: false,
    columns: 80,
    isWatched: false,
    ...settings,
  };
  return io;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
