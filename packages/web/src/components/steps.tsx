import { Shape } from "./shape.tsx";
import "./steps.css";

/** Where one is in a set-up of a few steps. */
export function Steps({ steps, at }: { steps: readonly string[]; at: number }) {
  return <ol className="steps" aria-label="Steps">{steps.map((step, index) => <li key={step} {...(index === at ? { "aria-current": "step" as const } : {})}>{index < at ? <Shape kind="clear" size={18} name="Done" /> : <em>{index + 1}</em>}{step}</li>)}</ol>;
}
