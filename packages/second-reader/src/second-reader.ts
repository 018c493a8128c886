/** Reads a draft after the rules have, and asks about what they had no words for. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context, Draft, Finding, Pack, Pillar, Report } from "@chaperone/engine";
import { denseOf } from "./dense.ts";
import { openEmbedder } from "./embeddings.ts";
import type { Embedder } from "./embeddings.ts";
import { loadModel, opinionOf, pillarOf } from "./model.ts";
import type { Model, Opinion } from "./model.ts";
import { WHY, readQuestions } from "./questions.ts";
import type { Question } from "./questions.ts";
import { linearShare } from "./stages.ts";

export interface SecondReader {
  /**
   * Questions about topics that the report does not hold already; never anything stronger than a question. A rule's note that this reader
   * finds likely comes back as a question, with the rule's own words and law.
   */
  read(draft: Draft, context: Context, report: Report, pack: Pack): Promise<Finding[]>;
  /** Which pillar a post or caption serves; by its sense, where the engine's table goes by its words. */
  pillar(draft: Draft): Promise<Pillar>;
}

/** From this chance upward a rule's note is worth a question: two weak signs together are one. */
const NOTE_COUNTS = 0.15;
const FOLDER = join(import.meta.dirname, "../model");

/** Opens the sentence model and the trained weights, or throws: a reader that cannot read must not seem to have read. */
export async function openSecondReader(folder: string = FOLDER): Promise<SecondReader> {
  const [embedder, model, question] = await Promise.all([openEmbedder(), openModel(folder), readQuestions(folder)]);
  const opine = async (draft: Draft, context: Context): Promise<Opinion> => opinionOf(model, draft, context, await meaningOf(embedder, draft));
  return {
    read: async (draft, context, report, pack) => {
      const opinion = await opine(draft, context);
      const noted = raisedNotes(model, opinion, report);
      const isSaid = (topic: string): boolean => isHeld(report, topic) || noted.some((finding) => finding.topic === topic);
      const asked = raisedBy(model, opinion)
        .filter(({ topic }) => pack.topics.has(topic) && !isSaid(topic))
        .map(({ topic, at }) => findingOf(topic, question(topic), spanOf(model, opinion, at, draft.text)));
      return [...noted, ...asked];
    },
    pillar: async (draft) => pillarOf(model, draft, await meaningOf(embedder, draft)),
  };
}

/** The rules' notes on topics that nothing else holds and that this reader finds likely, as questions of its own. */
function raisedNotes({ about }: Model, { chances }: Opinion, report: Report): Finding[] {
  return report.findings
    .filter(({ topic, severity }) => severity === "note" && !isHeld(report, topic) && (chances[about.topics.indexOf(topic)] ?? 0) >= NOTE_COUNTS)
    .map((note) => ({ ...note, severity: "question", by: "second-reader", message: `The second reader asks about this too: ${note.message}` }));
}

async function openModel(folder: string): Promise<Model> {
  try {
    const [weights, groups] = await Promise.all([readFile(join(folder, "weights.bin")), readFile(join(folder, "groups.txt"), "utf8")]);
    return loadModel(weights, groups);
  } catch (cause) {
    throw new Error("The second reader cannot load its weights; restore packages/second-reader/model, or switch the second reader off.", { cause });
  }
}

export async function meaningOf(embedder: Embedder, draft: Draft): Promise<Float32Array> {
  const texts = draft.inReplyTo ? [draft.text, draft.inReplyTo.text] : [draft.text];
  const [text, answered] = await embedder.embed(texts);
  return denseOf(text!, answered ?? null);
}

function raisedBy(model: Model, opinion: Opinion): { topic: string; at: number }[] {
  const { topics, thresholds, calm } = model.about;
  return topics.map((topic, at) => ({ topic, at })).filter(({ at }) => opinion.chances[at]! - calm * opinion.fine >= thresholds[at]!);
}

function isHeld(report: Report, topic: string): boolean {
  return report.findings.some((finding) => finding.topic === topic && finding.severity !== "note");
}

/** The sentence that speaks loudest for the topic; the whole text when none does. */
function spanOf(model: Model, opinion: Opinion, topic: number, text: string): { start: number; end: number } {
  const { sentences, sightings } = opinion.reading;
  const shares = sentences.map(() => 0);
  for (const { feature, sentence } of sightings) {
    if (sentence >= 0) shares[sentence]! += linearShare(model.linear, feature, topic) * opinion.row.get(feature)!;
  }
  const most = Math.max(...shares);
  const sentence = most > 0 ? sentences[shares.indexOf(most)]! : { start: 0, end: text.length };
  return { start: sentence.start, end: sentence.end };
}

function findingOf(topic: string, { asks, instead }: Question, span: { start: number; end: number }): Finding {
  return {
    rule: `second-reader/${topic}`, topic, severity: "question", ...span,
    message: asks, why: WHY, instead, authorities: [], by: "second-reader",
  };
}
