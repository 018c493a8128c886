import { useMutation } from "@tanstack/react-query";
import { toast } from "./toast.ts";
import { api, inWords } from "./api.ts";
import { queryClient } from "./query.ts";
import { choosePractice } from "./session.ts";

/** Opens the demo practice beside the real ones and goes there. */
export const useLoadDemo = () => useMutation({
  mutationFn: () => api.demo.load(),
  onSuccess: async ({ id }) => {
    choosePractice(id);
    await Promise.all([queryClient.invalidateQueries({ queryKey: ["me"] }), queryClient.invalidateQueries({ queryKey: ["desk"] })]);
  },
  onError: (error) => toast({ says: inWords(error).says }),
});
