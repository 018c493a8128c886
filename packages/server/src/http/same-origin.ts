import { isIP } from "node:net";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Why a change that a browser brings is not taken: another site's page sent it (CSRF), or a page under a name that somebody pointed at this
 * machine (DNS rebinding). Programs send neither header, and have no cookie to abuse.
 */
export function whyElsewhere(request: Request, publicUrl: string | undefined): string | undefined {
  if (READS.has(request.method)) return undefined;
  const origin = request.headers.get("origin"), site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return "The request came from another site.";
  if (origin === null || origin === publicUrl) return undefined;
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.get("host")) return "The request came from another site.";
  return isOwnName(new URL(origin).hostname) ? undefined : "The desk does not know itself by this name; set PUBLIC_URL to the address that people type.";
}

/** Numbers and localhost lead where they say; any other name leads where its owner wants. */
const isOwnName = (host: string): boolean => host === "localhost" || isIP(host.replace(/^\[|\]$/g, "")) !== 0;
