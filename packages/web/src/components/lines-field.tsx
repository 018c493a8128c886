import { useState } from "react";
import { TextArea } from "./field.tsx";

interface LinesFieldProps { label: string; help: string; lines: readonly string[]; onChange: (lines: string[]) => void; serif?: boolean; isDisabled?: boolean; error?: string | undefined }

export const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** One thing a line. What is being typed is kept as it is; only whole lines are handed on. */
export function LinesField({ lines, onChange, ...rest }: LinesFieldProps) {
  const [typed, type] = useState<string>(), same = typed !== undefined && linesOf(typed).join("\n") === lines.join("\n");
  return <TextArea {...rest} value={same ? typed : lines.join("\n")} onChange={(text) => { type(text); onChange(linesOf(text)); }} />;
}
