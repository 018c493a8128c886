/** What the second reader asks about a topic. It only asks: a person decides. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Question {
  asks: string;
  instead: string;
}

export const WHY =
  "A trained reader raised this, not a rule. It compares the text with labelled examples, cannot name a law for it, and is sometimes wrong. A person should look.";

/** The wording lies beside the trained weights, so that a new topic needs no new code. */
export async function readQuestions(folder: string): Promise<(topic: string) => Question> {
  const wordings = JSON.parse(await readFile(join(folder, "questions.json"), "utf8")) as Record<string, { whether: string; instead: string }>;
  return (topic) => {
    const { whether, instead } = wordings[topic] ?? {
      whether: `this raises a concern about ${topic.replaceAll("-", " ")}.`,
      instead: "Have a second person look before it is published.",
    };
    return { asks: `The second reader asks whether ${whether}`, instead };
  };
}
