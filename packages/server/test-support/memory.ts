import { type Engine, openEngine } from "../src/database/engine.ts";
import { type Migration, readMigrations } from "../src/database/migrate.ts";
import { openOver, type OpenDatabase } from "../src/database/open.ts";
import { emptyArchive } from "../src/database/template.ts";
import { closeAfter } from "./close-after.ts";
import { empty, type Shape, shapeOf, sweepRows } from "./reset.ts";

/** Starting PostgreSQL in memory takes a second and migrating it a third of one; sweeping out a test's rows takes a few hundredths. */
interface Lent { engine: Engine; migrations: string; shape: Shape | null }
const idle: Lent[] = [];

/** A database in memory that nobody else uses, closed when the test ends. Closing it lends it to the next test of the same file. */
export async function openMemory({ migrations = readMigrations() }: { migrations?: Migration[] } = {}): Promise<OpenDatabase> {
  const key = migrations.map(({ sha256 }) => sha256).join();
  const at = idle.findIndex((one) => one.migrations === key), lent = idle.splice(at, 1)[0] ?? { engine: await openEngine({ from: await emptyArchive() }), migrations: "", shape: null };
  const { engine } = lent;
  if (lent.migrations !== key || !lent.shape) await empty(engine);
  let shape = lent.migrations === key ? lent.shape : null;
  const close = async (): Promise<void> => {
    const swept = shape !== null && await sweepRows(engine, shape);
    idle.push({ engine, migrations: key, shape: swept ? shape : null });
  };
  const opened = await openOver({ ...engine, close }, migrations, () => {});
  shape ??= await shapeOf(engine);
  return closeAfter(opened);
}
