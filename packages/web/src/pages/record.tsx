import { PageHead } from "../components/page-head.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Waiting } from "../components/states.tsx";

export function RecordPage() {
  return <><PageHead title="Record" /><Sheet><Waiting lines={6} /></Sheet></>;
}
