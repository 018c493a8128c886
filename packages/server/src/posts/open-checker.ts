import { asDraft, type Content, type DeskFinding, foundIn, outgoingTexts } from "@chaperone/contract";
import { check, type Context, type Draft, type Finding, type Pack, pillar, verdictOf } from "@chaperone/engine";
import { pack } from "@chaperone/rules";
import type { SecondReader } from "@chaperone/second-reader";
import type { Logger } from "pino";
import { Refusal } from "../http/refusal.ts";
import { packHashOf, rulesInForce } from "../practices/in-force.ts";
import type { Checker, Result } from "./checker.ts";

interface Options { secondReader?: boolean; log: Logger; patienceMs?: number }

/** Fails closed: a check that throws, or takes longer than this, did not happen. */
const PATIENCE_MS = 20_000;
/** The second reader takes a while to load and holds the process up: the first page goes before it, and a check that comes earlier waits for it. */
const AFTER_THE_FIRST_PAGE_MS = 2_000;

export async function openChecker({ secondReader = true, log, patienceMs = PATIENCE_MS }: Options): Promise<Checker> {
  let opening: Promise<SecondReader | undefined> | undefined, opened: SecondReader | undefined;
  const reader = (): Promise<SecondReader | undefined> => opening ??= secondReader ? openReader(log).then((one) => opened = one) : Promise.resolve(undefined);
  setTimeout(() => void reader(), AFTER_THE_FIRST_PAGE_MS).unref();
  return {
    pack: pack().hash,
    packOf: packHashOf,
    async check(tx, practice, content) {
      const inForce = await rulesInForce(tx, practice);
      try {
        return await within(patienceMs, reader().then((second) => judge(content, inForce, second)));
      } catch (error) {
        log.error({ error: (error as Error).name }, "a check did not finish");
        throw new Refusal("not-checked");
      }
    },
    async pillar(content) {
      const proposed = await proposal(content, pack(), opened).catch((error: unknown) => {
        log.error({ error: (error as Error).name }, "the second reader could not tell a pillar; the table of words does");
        return proposal(content, pack());
      });
      return proposed.pillar;
    },
  };
}

async function openReader(log: Logger): Promise<SecondReader | undefined> {
  try {
    const { openSecondReader } = await import("@chaperone/second-reader");
    return await openSecondReader();
  } catch (error) {
    log.warn({ error: (error as Error).name }, "the second reader could not be opened; the rules check alone");
    return undefined;
  }
}

/** The worst verdict of all texts is the post's. */
async function judge(content: Content, { rules, context, hash }: { rules: Pack; context: Context; hash: string }, reader?: SecondReader): Promise<Result> {
  const findings: DeskFinding[] = [];
  for (const text of outgoingTexts(content)) {
    for (const finding of await read(asDraft(text, content.inReplyTo), context, rules, reader)) findings.push(foundIn(text, finding));
  }
  return { verdict: verdictOf(findings), findings, pack: hash, pillar: await proposal(content, rules, reader) };
}

/** The second reader decides where there is one; the table of words says why. */
async function proposal({ text, surface }: Content, rules: Pack, reader?: SecondReader): Promise<Result["pillar"]> {
  return pillar({ text, surface }, rules, await reader?.pillar({ text, surface }));
}

async function read(draft: Draft, context: Context, rules: Pack, reader?: SecondReader): Promise<Finding[]> {
  // The page checks by the rules alone, so they keep their full say here: the desk never says less than the page, and the reader only adds.
  const report = check(draft, context, rules);
  const raised = reader ? await reader.read(draft, context, report, rules) : [];
  // A note that the second reader made a question of is not said twice.
  const isRaised = (note: Finding): boolean => note.severity === "note" && raised.some(({ rule, start, end }) => rule === note.rule && start === note.start && end === note.end);
  return [...report.findings.filter((finding) => !isRaised(finding)), ...raised];
}

class TookTooLong extends Error { override name = "TookTooLong"; }

/** A timer is not heard while somebody computes, so the clock is asked at the end as well. */
async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const begun = performance.now();
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new TookTooLong()), ms); });
  const result = await Promise.race([work, late]).finally(() => clearTimeout(timer));
  if (performance.now() - begun > ms) throw new TookTooLong();
  return result;
}
