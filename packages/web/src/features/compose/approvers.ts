import { type Member, roleMay } from "@chaperone/contract";

/** Those who may, without the writer where two pairs of eyes are asked for. */
export const approversIn = (members: readonly Member[], writer: string, fourEyes: boolean): Member[] => members.filter(({ role, person }) => roleMay(role, "approve") && !(fourEyes && person.id === writer));
