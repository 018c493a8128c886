import { ButtonLink } from "../components/button.tsx";
import { EmptyState } from "../components/states.tsx";

export function NotFoundPage() {
  return <div className="sheet" style={{ margin: "20px auto", maxWidth: 720 }}><EmptyState title="There is no page here" actions={<ButtonLink low kind="primary" href="/">Go to Today</ButtonLink>}>The address may be old, or the thing was removed. The record still knows what happened to it.</EmptyState></div>;
}
