import { AsyncLocalStorage } from "node:async_hooks";

const current = new AsyncLocalStorage<{ open: boolean }>();

/** Marks the work of a transaction, so that a query beside it is noticed instead of waiting for ever for its own turn. */
export async function within<Result>(work: () => Promise<Result>): Promise<Result> {
  const here = { open: true };
  try { return await current.run(here, work); } finally { here.open = false; }
}

/** Called by both databases before they give out a connection, so that the mistake shows on both. */
export function refuseBesideTransaction(): void {
  if (current.getStore()?.open) throw new Error("A query inside a transaction was sent past it: use the transaction that the work was given.");
}
