import { IconUrgent } from "@tabler/icons-react";
import { Icon } from "./icon.tsx";
import "./alarm.css";

/** Stands above everything until someone has acted. */
export function Alarm({ title, children, actions }: { title: string; children: React.ReactNode; actions: React.ReactNode }) {
  return (
    <section className="alarm" role="alert" aria-label={title}>
      <Icon of={IconUrgent} size={24} />
      <p className="grow"><b>{title}</b><span>{children}</span></p>
      <div className="row">{actions}</div>
    </section>
  );
}
