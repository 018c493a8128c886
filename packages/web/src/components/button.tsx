import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Icon, type IconDrawing } from "./icon.tsx";
import { Link, type LinkProps } from "./link.tsx";
import "./button.css";

/**
 * `primary` is filled, once in a region, and only where the way is clear. `held` and `ask` are the gate's buttons where it is not.
 * `plain` has a quieter border, `quiet` none, `danger` is for what cannot be taken back.
 */
export type ButtonKind = "primary" | "held" | "ask" | "plain" | "quiet" | "danger";

interface Look {
  kind?: ButtonKind | undefined;
  low?: boolean | undefined;
  /** The button inserts these very words, so they are shown in serif. */
  words?: boolean | undefined;
  wide?: boolean | undefined;
  icon?: IconDrawing | undefined;
}

const classes = ({ kind, low, words, wide }: Look, more = "") => ["btn", kind, low && "low", words && "words", wide && "wide", more].filter(Boolean).join(" ");

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children">, Look {
  className?: string;
  children?: React.ReactNode;
}

export function Button({ kind, low, words, wide, icon, className, children, ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={classes({ kind, low, words, wide }, className)}>{icon ? <Icon of={icon} size={low ? 17 : 18} /> : null}{children}</AriaButton>;
}

/** Looks like a button, goes somewhere. */
export function ButtonLink({ kind, low, words, wide, icon, className, children, ...rest }: Omit<LinkProps, "className"> & Look & { className?: string }) {
  return <Link {...rest} className={classes({ kind, low, words, wide }, className)}>{icon ? <Icon of={icon} size={low ? 17 : 18} /> : null}{children}</Link>;
}

/** A square with an icon; `label` is what readers hear, and what a pointer that rests on it is shown. */
export function IconButton({ icon, label, size = 18, kind = "quiet", low, className = "", ...rest }: Omit<ButtonProps, "children" | "words" | "wide" | "icon"> & { icon: IconDrawing; label: string; size?: number }) {
  return (
    <AriaButton {...rest} aria-label={label} className={classes({ kind, low }, `square ${className}`)}>
      <Icon of={icon} size={size} />
      <span className="tip" aria-hidden="true">{label}</span>
    </AriaButton>
  );
}
