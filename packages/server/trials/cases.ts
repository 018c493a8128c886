/** What happens to a publication in the crash matrix. */
import type { FaultKind, Step } from "../test-support/stand-ins/stand-in.ts";
import type { Moment } from "../src/publishing/pace.ts";

export interface Case {
  name: string;
  /** The worker kills itself with SIGKILL when a publication passes here for the first time. */
  diesAt?: Moment;
  faults?: { on: Step; kind: FaultKind; times?: number }[];
  /** All workers are killed with SIGKILL while the network's answer hangs. */
  isKilledHanging?: boolean;
}

export const CASES: readonly Case[] = [
  { name: "nothing goes wrong" },
  { name: "killed before prepare", diesAt: "before prepare" },
  { name: "killed between prepare and commit", diesAt: "prepared" },
  { name: "killed once the intent is recorded", diesAt: "commit recorded" },
  { name: "killed during commit, before the effect", faults: [{ on: "commit", kind: "hang-before" }], isKilledHanging: true },
  { name: "killed during commit, after the effect", faults: [{ on: "commit", kind: "hang-after" }], isKilledHanging: true },
  { name: "killed after commit, before recording", diesAt: "commit answered" },
  { name: "line cut after the effect, killed before reconcile", faults: [{ on: "commit", kind: "cut-after" }], diesAt: "before looking" },
  { name: "line cut after the effect, killed during reconcile", faults: [{ on: "commit", kind: "cut-after" }], diesAt: "looked" },
  { name: "line cut before the effect, killed during reconcile", faults: [{ on: "commit", kind: "cut-before" }], diesAt: "looked" },
  { name: "commit: line cut before the effect", faults: [{ on: "commit", kind: "cut-before" }] },
  { name: "commit: line cut after the effect", faults: [{ on: "commit", kind: "cut-after" }] },
  { name: "commit: 500 before the effect", faults: [{ on: "commit", kind: "500-before" }] },
  { name: "commit: 500 after the effect", faults: [{ on: "commit", kind: "500-after" }] },
  { name: "commit: 429 with a reset time", faults: [{ on: "commit", kind: "429" }] },
  { name: "commit: permission missing", faults: [{ on: "commit", kind: "permission" }] },
  { name: "commit: token expired", faults: [{ on: "commit", kind: "expired-token" }] },
  { name: "prepare: 429 with a reset time", faults: [{ on: "prepare", kind: "429" }] },
  { name: "prepare: 500", faults: [{ on: "prepare", kind: "500-before" }] },
  { name: "prepare: line cut after the upload", faults: [{ on: "prepare", kind: "cut-after" }] },
  { name: "prepare: token revoked", faults: [{ on: "prepare", kind: "revoked-token" }] },
  { name: "prepare: media refused", faults: [{ on: "prepare", kind: "invalid-media" }] },
  { name: "prepare: media take their time", faults: [{ on: "prepare", kind: "slow", times: 2 }] },
  { name: "reconcile: 500, after a cut line", faults: [{ on: "commit", kind: "cut-after" }, { on: "reconcile", kind: "500-before" }] },
];
