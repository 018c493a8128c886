/**
 * A real personal data server and its directory of identities, on loopback. Reads one line of JSON, `{handle, password, appView?}`, makes
 * the account and an app password, answers one line of JSON, and ends when its input closes.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { TestNetworkNoAppView } from "@atproto/dev-env";

const VIDEO_BYTES = 50 * 1024 * 1024;

const input = createInterface({ input: process.stdin });
const ordered = await new Promise((done) => input.once("line", (line) => done(JSON.parse(line))));

// The server leaves its files behind in the system's temporary folder; this way that is a folder of ours.
const folder = mkdtempSync(join(tmpdir(), "bluesky-"));
process.env.TMPDIR = folder;

const network = await TestNetworkNoAppView.create({
  pds: { blobUploadLimit: VIDEO_BYTES, ...(ordered.appView ? { bskyAppViewUrl: ordered.appView, bskyAppViewDid: "did:example:appview" } : {}) },
});
const agent = network.pds.getAgent();
await agent.createAccount({ handle: ordered.handle, email: "front.desk@example.test", password: ordered.password });
const { data: { password } } = await agent.com.atproto.server.createAppPassword({ name: "Chaperone" });

process.stdout.write(`${JSON.stringify({ address: network.pds.url, directory: network.plc.url, handle: ordered.handle, did: agent.assertDid, password })}\n`);

input.once("close", async () => {
  await network.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
