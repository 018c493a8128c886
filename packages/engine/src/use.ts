/** What a phrase is for: a role in a rule, or a cue of a frame. Frame cues have rule −1. */
export interface Use { rule: number; role: Role; part: number }
export type Role = "phrases" | "near" | "missing" | "unless" | "unless-text" | "with-text" | "review" | "review-lacks" | Cue;
export type Cue = "negator" | "not-negator" | "myth" | "if" | "people" | "you";
export const CUES: readonly Cue[] = ["negator", "not-negator", "myth", "if", "people", "you"];
