import { QueryClient } from "@tanstack/react-query";

/** A refusal (a problem with a status under 500) will be the same the next time; only silence and 5xx are asked again. */
function mayAskAgain(failures: number, error: unknown): boolean {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;
  return failures < 2 && (status === 0 || status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // "always": a desk on this machine answers without any network.
    queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: mayAskAgain, networkMode: "always" },
    // A change is sent once; whether it is safe to send again is for the person to decide.
    mutations: { retry: false, networkMode: "always" },
  },
});
