/** Said wherever channels are listed: what works today, and what does not. */
export const HAND_SAYS = "The desk posts nothing by itself yet: it checks, has it approved, and lays the finished text out to be copied to the network by hand. You paste the link back, and the record has it.";
