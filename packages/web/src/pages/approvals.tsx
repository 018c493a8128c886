import { PageHead } from "../components/page-head.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Waiting } from "../components/states.tsx";

export function ApprovalsPage() {
  return <><PageHead title="Approvals" /><Sheet><Waiting lines={6} /></Sheet></>;
}
