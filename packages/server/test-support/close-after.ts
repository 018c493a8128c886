import { afterAll, onTestFinished } from "vitest";

interface Opened { close(): Promise<void> }

/** Opened in a test or its `beforeEach`: closed when that test ends. Opened in a `beforeAll`: closed by `closeTheRest`. */
const rest: Opened[] = [];

export function closeAfter<Closable extends Opened>(opened: Closable): Closable {
  try { onTestFinished(() => opened.close()); } catch { rest.push(opened); }
  return opened;
}

export function closeTheRest(): void {
  afterAll(async () => { for (const opened of rest.splice(0)) await opened.close(); });
}
