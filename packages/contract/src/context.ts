/** Who is speaking, as far as the check needs to know it: the same on the server and in the page. */
import type { Context } from "@chaperone/engine";
import type { Practice, Provider } from "./practices.ts";

export type Speaking = Pick<Practice, "states" | "specialty" | "name" | "names" | "phones" | "staff" | "medicalDirector"> & { providers: Omit<Provider, "id">[] };

/** An empty list of providers means here that nobody has entered them yet, so what they may claim is asked about and not refused. */
export function contextOf({ states, specialty, name, names, phones, staff, medicalDirector, providers }: Speaking): Context {
  // “Helen Okafor, MD”: the letters after the name would make every MD a colleague.
  const director = medicalDirector.split(",")[0]!.trim();
  return {
    states, specialty, names: [name, ...names], phones, staff: [...staff.map((member) => member.name), ...(director ? [director] : [])],
    ...(providers.length > 0 ? { providers: providers.map(credentialsOf) } : {}),
  };
}

const credentialsOf = ({ name, degree, licence, boards, specialties }: Omit<Provider, "id">): NonNullable<Context["providers"]>[number] => ({
  name, boards: boards.map((board) => board.name), specialties, ...(degree ? { degree } : {}), ...(licence ? { licence } : {}),
});
