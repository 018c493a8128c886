import { useMutation } from "@tanstack/react-query";
import { toast } from "./toast.ts";
import { api, inWords } from "./api.ts";
import { queryClient } from "./query.ts";
import { choosePractice } from "./session.ts";

/** Opens the demo practice beside the real ones and makes it the one at hand. `leave` goes to another page first: the page that asked is gone once the practice has changed. */
export const useLoadDemo = (leave?: () => void) => useMutation({
  mutationFn: () => api.demo.load(),
  onSuccess: async ({ id }) => {
    // Known first, chosen then: a practice that one is not yet a member of would be left for the first of one's own at once.
    await Promise.all([queryClient.invalidateQueries({ queryKey: ["me"] }), queryClient.invalidateQueries({ queryKey: ["desk"] })]);
    leave?.();
    choosePractice(id);
  },
  onError: (error) => toast({ says: inWords(error).says }),
});
