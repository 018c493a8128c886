import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { Shape } from "./shape.tsx";
import "./secret.css";

/** Evidence or a secret to be taken along: shown in mono, copied with one button. */
export function CopyButton({ value, label = "Copy", what, kind = "quiet" }: { value: string; label?: string; what: string; kind?: "quiet" | "plain" }) {
  const [state, say] = useState<"" | "Copied" | "Select it and copy by hand">("");
  const copy = () => navigator.clipboard ? navigator.clipboard.writeText(value).then(() => say("Copied"), () => say("Select it and copy by hand")) : say("Select it and copy by hand");
  return <span className="row copy"><span className="small muted" role="status">{state}</span><Button low kind={kind} icon={IconCopy} aria-label={`${label}: ${what}`} onPress={() => void copy()}>{label}</Button></span>;
}

/** What is shown once and never again. */
export function Secret({ title, label, value, children }: { title: string; label: string; value: string; children: React.ReactNode }) {
  return (
    <div className="secret">
      <header><Shape kind="clear" size={20} /><b className="grow">{title}</b><CopyButton value={value} what={label} /></header>
      <output className="mono" aria-label={label}>{value}</output>
      <p className="small muted">{children}</p>
    </div>
  );
}
