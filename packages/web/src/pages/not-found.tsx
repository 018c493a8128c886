import { ButtonLink } from "../components/button.tsx";
import { Link } from "../components/link.tsx";
import { Mark } from "../components/mark.tsx";
import { usePlace } from "../lib/place.ts";
import { useTitle } from "../lib/title.ts";
import "./not-found.css";

export function NotFoundPage() {
  const { pathname } = usePlace();
  useTitle("Not found");
  return (
    <main id="main" tabIndex={-1} className="not-found">
      <Link href="/" aria-label="Chaperone, Today"><Mark width={44} ink="var(--ink)" /></Link>
      <h1>There is no page here</h1>
      <p className="muted"><span className="mono">{pathname}</span> may be an old address, or what stood there was removed. The record still knows what happened to it.</p>
      <div className="row wrap"><ButtonLink kind="primary" href="/">Go to Today</ButtonLink><ButtonLink kind="quiet" href="/record">Look in the record</ButtonLink></div>
    </main>
  );
}
