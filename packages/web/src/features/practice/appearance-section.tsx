import { Radios } from "../../components/choices.tsx";
import { chooseScheme, useScheme } from "../../lib/scheme.ts";

const SCHEMES = [
  { id: "system", label: "As the system", detail: "Light by day and dark by night, if the computer does so." },
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
] as const;

export function AppearanceSection() {
  const chosen = useScheme();
  return <Radios label="Colors" help="For you, in this browser. Text size and contrast follow the browser." choices={SCHEMES} chosen={chosen} onChoose={chooseScheme} />;
}
