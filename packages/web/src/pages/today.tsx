import { PageHead } from "../components/page-head.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Waiting } from "../components/states.tsx";

export function TodayPage() {
  return <><PageHead title="Today" /><Sheet><Waiting lines={6} /></Sheet></>;
}
