/** How long a call may take: a while for the answer, and as long again as the slowest line needs that a desk should live with. */

/** 0.4 Mbit/s. */
const SLOWEST_BYTES_PER_SECOND = 50_000;

export const boundOf = (timeoutMs: number, body: RequestInit["body"]): number => timeoutMs + Math.ceil(sizeOf(body) / SLOWEST_BYTES_PER_SECOND * 1000);

function sizeOf(body: unknown): number {
  if (typeof body === "string" || body instanceof URLSearchParams) return Buffer.byteLength(String(body));
  if (body instanceof Blob) return body.size;
  if (body instanceof FormData) return [...body.values()].reduce((sum, value) => sum + sizeOf(value), 0);
  return ArrayBuffer.isView(body) || body instanceof ArrayBuffer ? body.byteLength : 0;
}
