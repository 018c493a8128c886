import { PageHead } from "../components/page-head.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Waiting } from "../components/states.tsx";

export function StateRulesPage() {
  return <><PageHead title="Rules" /><Sheet><Waiting lines={6} /></Sheet></>;
}
