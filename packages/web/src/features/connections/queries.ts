import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { queryClient } from "../../lib/query.ts";

export const connectionsQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice, "connections"], queryFn: () => api.connections.list({ params: { practice } }) });

/** Channels, posts and what may go out hang on a connection: all of the practice is asked for anew. */
export const connectionsChanged = (practice: string): Promise<void> => queryClient.invalidateQueries({ queryKey: ["practice", practice] });
