import { SPECIALTIES } from "@chaperone/contract";

const NAMES: Record<string, string> = { "med-spa": "Medical spa", "ob-gyn": "Obstetrics and gynecology", "other": "Another specialty" };
const nameOf = (id: string): string => NAMES[id] ?? id[0]!.toUpperCase() + id.slice(1).replaceAll("-", " ");

export const SPECIALTY_CHOICES = SPECIALTIES.map((id) => ({ id, label: nameOf(id) }));
