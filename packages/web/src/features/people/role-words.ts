import type { Role } from "@chaperone/contract";

/** What a role is called, and what it may do, in the words of the page. */
export const ROLE_WORDS: Record<Role, { label: string; detail: string }> = {
  owner: { label: "Owner", detail: "Does everything, and answers for it. No way around the gate." },
  compliance: { label: "Compliance", detail: "Approves, returns and overrides, and changes what the practice says of itself." },
  editor: { label: "Editor", detail: "Writes, and schedules what has been approved." },
  contributor: { label: "Contributor", detail: "Writes and asks for approval." },
  viewer: { label: "Viewer", detail: "Sees everything and changes nothing." },
};
