import { queryClient } from "../../lib/query.ts";

/** Channels, posts and what may go out hang on a connection: all of the practice is asked for anew. */
export const connectionsChanged = (practice: string): Promise<void> => queryClient.invalidateQueries({ queryKey: ["practice", practice] });
