import { type Role, ROLES } from "@chaperone/contract";

/** The roles that one may give by an invitation: compliance manages people, but makes no owners. */
export const rolesToGive = (role: Role): readonly Role[] => role === "owner" ? ROLES : role === "compliance" ? ROLES.filter((one) => one !== "owner") : [];
