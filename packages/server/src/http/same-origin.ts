const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** A change that a browser carries in from another site (CSRF). Programs send neither header, and have no cookie to abuse. */
export function fromElsewhere(request: Request, publicUrl: string | undefined): boolean {
  if (READS.has(request.method)) return false;
  const origin = request.headers.get("origin"), site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  if (origin === null) return false;
  return origin !== publicUrl && (!URL.canParse(origin) || new URL(origin).host !== request.headers.get("host"));
}
