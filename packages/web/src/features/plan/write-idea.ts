import type { Today } from "@chaperone/contract";
import { useMutation } from "@tanstack/react-query";
import { toast } from "../../lib/toast.ts";
import { useGo } from "../../components/link.tsx";
import { api, inWords } from "../../lib/api.ts";
import { postsChanged, useChannels, useHere } from "../../lib/session.ts";

type Idea = NonNullable<Today["idea"]>;

/** Makes the idea a draft on every channel that is not paused, and opens it. */
export function useWriteIdea() {
  const here = useHere(), channels = useChannels(), go = useGo();
  return useMutation({
    mutationFn: ({ text, pillar }: Idea) => api.posts.create({
      params: { practice: here.id },
      body: { title: "", content: { surface: "post", text, channels: channels.filter(({ paused, network }) => !paused && network !== "rehearsal").map(({ id }) => id), overrides: {}, link: null, hashtags: [], pictures: [], pillar, pillarReason: null, inReplyTo: null, reasons: [] } },
    }),
    onSuccess: ({ id }) => { void postsChanged(here.id); go(`/compose/${id}`); },
    onError: (error) => toast({ says: inWords(error).says }),
  }).mutate;
}
