import type { Role } from "@chaperone/contract";

export const ROLE_NAMES: Record<Role, string> = { owner: "Owner", compliance: "Compliance", editor: "Editor", contributor: "Contributor", viewer: "Viewer" };

/** What each role is for, as one would say it to a new colleague. */
export const ROLE_SAYS: Record<Role, string> = {
  owner: "Everything, and decides who is here. The gate holds for owners as for everyone.",
  compliance: "Writes, approves, and keeps the practice and its rules.",
  editor: "Writes and schedules; others approve.",
  contributor: "Writes drafts and asks for approval.",
  viewer: "Reads everything and changes nothing.",
};
