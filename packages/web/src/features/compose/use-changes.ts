import { useEffect, useState } from "react";
import type { Changed } from "../../lib/changes.ts";

type Compare = (before: string, now: string) => Changed[];

/** What changed between two texts. How one compares is fetched with the first difference. */
export function useChanges(before: string, now: string): Changed[] {
  const [compare, take] = useState<Compare | null>(null), isWanted = before !== now;
  useEffect(() => { if (isWanted) void import("../../lib/changes.ts").then((file) => take(() => file.changesBetween), () => undefined); }, [isWanted]);
  return isWanted && compare ? compare(before, now) : [];
}
