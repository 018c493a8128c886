declare module "write-good" { export default function writeGood(text: string): unknown[]; }
declare module "textlint-rule-prh" { const rule: unknown; export default rule; }
