import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { CommandPalette } from "../../components/command-palette.tsx";
import type { Command } from "../../components/find.ts";
import { api } from "../../lib/api.ts";
import { postCommands, ruleCommands, stateCommands } from "./commands.ts";

const PAUSE = 180, FOUND = 8, A_DAY = 86_400_000;

/** Find or do, with the practice's posts and the rules beside what the room itself can do. */
export function Palette({ practice, commands, close }: { practice: string; commands: readonly Command[]; close: () => void }) {
  const [typed, seek] = useState(""), sought = usePaused(typed.trim());
  const { data: posts } = useQuery({
    queryKey: ["practice", practice, "found", sought], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.posts.list({ params: { practice }, query: { limit: FOUND, ...(sought ? { q: sought } : {}) } }, signal),
  });
  const { data: topics = [] } = useQuery({ queryKey: ["rules"], queryFn: () => api.rules.topics(), staleTime: A_DAY });
  const { data: states = [] } = useQuery({ queryKey: ["states"], queryFn: () => api.rules.states(), staleTime: A_DAY });
  const more = sought ? [...ruleCommands(topics), ...stateCommands(states)] : [];
  return <CommandPalette isOpen onOpenChange={(open) => { if (!open) close(); }} commands={[...commands, ...postCommands(posts?.list ?? [], typed), ...more]} onSeek={seek} />;
}

function usePaused(value: string): string {
  const [paused, set] = useState(value);
  useEffect(() => {
    const soon = setTimeout(() => set(value), PAUSE);
    return () => clearTimeout(soon);
  }, [value]);
  return paused;
}
