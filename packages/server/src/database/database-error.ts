/** What the database says about a refusal, by the names node-postgres uses. `detail` is left out: it quotes the row, and rows hold people's words. */
const TOLD = ["code", "severity", "schema", "table", "column", "dataType", "constraint", "hint", "routine"] as const;

export type Told = { message: string } & Partial<Record<(typeof TOLD)[number], string>>;

/** An error of the embedded database, stripped of the statement's text and parameters so that it may be logged and can cross threads. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
  constructor(told: Told) {
    super(told.message);
    Object.assign(this, told);
  }
}

export function told(error: unknown): Told {
  const source = error as Record<string, unknown>;
  const kept: Record<string, string> = { message: error instanceof Error ? error.message : String(error) };
  for (const name of TOLD) if (typeof source?.[name] === "string") kept[name] = source[name];
  return kept as Told;
}
