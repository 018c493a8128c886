/** Said wherever channels are listed: what the desk does by itself, and what somebody does. */
export const HAND_SAYS = "Where a network is connected, the desk posts at the planned time. For the others it lays the finished text out to be copied by hand; you paste the link back, and the record has it.";
