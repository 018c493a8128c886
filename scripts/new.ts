/** `npm run new rule <topic>/<name>` makes a rule file to fill in. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [kind, id] = process.argv.slice(2);
const topics = join(import.meta.dirname, "../rules/topics");

const TEMPLATE = `title: A few words that say what the text does
match: phrase
severity: question
on: [public]
phrases:
  - write it as a person would say it
what: “{match}” says …
why: Because …
instead: Say …
cites: []
flag:
  - A sentence that must be asked about.
  - Another, said differently.
  - A third, from another specialty.
pass:
  - A sentence that a hasty rule would trip over.
  - The same words in a question?
  - We never say the words.
`;

function make(): string {
  if (kind !== "rule" || !id || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)) return "usage: npm run new rule <topic>/<name>, in small letters with hyphens";
  const [topic] = id.split("/"), path = join(topics, `${id}.yaml`);
  if (!existsSync(join(topics, topic!))) return `There is no topic ${topic}; make rules/topics/${topic}/topic.yaml first.`;
  if (existsSync(path)) return `rules/topics/${id}.yaml is there already.`;
  writeFileSync(path, TEMPLATE);
  return "";
}

const refusal = make();
console[refusal ? "error" : "log"](refusal || `rules/topics/${id}.yaml: fill it in, then npm run generate and npm run eval`);
process.exitCode = refusal ? 2 : 0;
