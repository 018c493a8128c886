import { PageHead } from "../components/page-head.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Waiting } from "../components/states.tsx";

export function CalendarPage() {
  return <><PageHead title="Calendar" /><Sheet><Waiting lines={6} /></Sheet></>;
}
