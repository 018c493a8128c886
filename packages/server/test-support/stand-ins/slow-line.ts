/** A line that carries so much in a second towards the stand-ins, and their answers at once. */
import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export interface SlowLine { address: string; close(): void }

export async function openSlowLine({ address }: { address: string }, bytesPerSecond: number): Promise<SlowLine> {
  const { hostname, port } = new URL(address);
  const server = createServer((from) => {
    const to = connect(Number(port), hostname);
    for (const end of [from, to]) end.on("error", () => { from.destroy(); to.destroy(); });
    to.pipe(from);
    void (async () => {
      for await (const part of from) {
        await pause((part as Buffer).length / bytesPerSecond * 1000);
        to.write(part as Buffer);
      }
      to.end();
    })().catch(() => to.destroy());
  });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
