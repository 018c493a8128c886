/** Asks the desk to read along, with the second reader, whenever the writing rests. Nothing is kept there. */
import type { Content, DeskFinding } from "@chaperone/contract";
import { useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import type { Proposed } from "./check-jobs.ts";
import type { Opinion } from "./second-opinion.ts";

const PAUSE_MS = 800;

export interface DeskCheck { opinion: Opinion | null; people: { peopleNeeded: number; fourEyes: boolean; risks: string[] } | null; pillar: Proposed | null }

export function useDeskCheck(practice: string, content: Content, page: readonly DeskFinding[] | null, isWanted: boolean): DeskCheck {
  const [answer, setAnswer] = useState<DeskCheck>({ opinion: null, people: null, pillar: null });
  const now = useRef(page);
  now.current = page;
  const isRead = page !== null;
  useEffect(() => {
    if (!isWanted || !isRead) return;
    const stop = new AbortController();
    const pause = setTimeout(() => {
      const found = now.current ?? [];
      api.posts.check({ params: { practice }, body: { content } }, stop.signal).then(
        ({ findings, peopleNeeded, fourEyes, risks, pillar }) => setAnswer({ opinion: { content, page: found, desk: findings }, people: { peopleNeeded, fourEyes, risks }, pillar }),
        // It reads again when the words are submitted, and then its answer is needed.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => { clearTimeout(pause); stop.abort(); };
  }, [practice, content, isWanted, isRead]);
  return answer;
}
