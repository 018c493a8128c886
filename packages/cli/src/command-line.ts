import { Command, Option } from "commander";
import manifest from "../package.json" with { type: "json" };
import { audit } from "./commands/audit.ts";
import { checkCases } from "./commands/check-cases.ts";
import { checkFiles } from "./commands/check.ts";
import { evaluate } from "./commands/evaluate.ts";
import { suggestReplies } from "./commands/reply.ts";
import { listRules, showRule } from "./commands/rules.ts";
import { listStates, showState } from "./commands/states.ts";
import { PARTS } from "./evaluation/split.ts";
import type { Part } from "./evaluation/split.ts";
import { FORMATS, formatNamed } from "./formats/named.ts";
import type { FormatName } from "./formats/named.ts";
import { KINDS } from "./input/documents.ts";
import type { Kind } from "./input/documents.ts";
import type { Io } from "./io.ts";
import { settingsText } from "./formats/settings-text.ts";
import { defaultsOf, jobsNumber, list, practiceOf, wholeNumber } from "./settings.ts";
import type { Said } from "./settings.ts";

/** All commands and their options. `end` is told the exit code. */
export function commandLine(io: Io, end: (code: number) => void): Command {
  const program = new Command("chaperone")
    .description("Checks what a medical practice says in public. Not legal advice.")
    .version(manifest.version)
    .showHelpAfterError("(chaperone --help explains the commands)")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.out(text), writeErr: (text) => io.err(text) });
  addCheck(program, io, end);
  addEval(program, io, end);
  addReply(program, io, end);
  addAudit(program, io, end);
  addRules(program, io, end);
  addStates(program, io, end);
  addDesk(program, io, end);
  return program;
}

type End = (code: number) => void;

interface CheckSaid extends Said {
  column?: string;
  as?: Kind;
  format: FormatName;
  fast?: true;
  cases?: string;
  jobs: number;
}

function addCheck(program: Command, io: Io, end: End): void {
  const command = program.command("check [files...]")
    .description("check texts: .txt, .md, .jsonl, .json, .csv, or - for standard input\nexit code: 0 clean, 1 findings, 2 could not check");
  withPractice(command)
    .option("--surface <surface>", "where it will stand: post, reply, message, ad, giveaway, profile, caption")
    .option("--channel <channel>", "such as facebook, instagram, google-business")
    .option("--in-reply-to <text>", "the review or comment that is answered, or @FILE")
    .option("--author <name>", "who wrote what is answered")
    .option("--column <name>", "the column of a CSV file that holds the text")
    .addOption(new Option("--as <kind>", "how to read the input, whatever its name").choices(KINDS))
    .addOption(new Option("--format <format>", "how to write the result").choices(FORMATS).default("pretty"))
    .option("--fast", "the rules alone, without the second reader")
    .option("--cases <file>", "a file of cases (eval/README.md); writes one JSON line a case")
    .addOption(new Option("--jobs <n>", "cores to use with --cases, or all").argParser(jobsNumber).default(1))
    .action(async (files: string[], said: CheckSaid) => {
      const defaults = await defaultsOf(said, io);
      const isFast = said.fast ?? false;
      if (said.cases !== undefined) return end(await checkCases(said.cases, { defaults, isFast, jobs: said.jobs }, io));
      const reading = { defaults, ...(said.column === undefined ? {} : { column: said.column }), ...(said.as === undefined ? {} : { as: said.as }) };
      end(await checkFiles(files, { reading, isFast, format: formatNamed(said.format, manifest.version, io) }, io));
    });
}

interface EvalSaid {
  json?: true;
  misses?: true;
  part: Part;
  topic?: string;
  fast?: true;
  jobs: number;
}

function addEval(program: Command, io: Io, end: End): void {
  program.command("eval [files...]")
    .description("score the check on labelled cases; without files, on those of the checkout")
    .option("--json", "the score as JSON")
    .option("--misses", "write the cases that differ from their labels as JSON lines, and the table to stderr")
    .addOption(new Option("--part <part>", "which side of the split").choices(PARTS).default("all"))
    .option("--topic <topic>", "only misses on this topic")
    .option("--fast", "the rules alone, without the second reader")
    .addOption(new Option("--jobs <n>", "cores to use, or all").argParser(jobsNumber).default(1))
    .action(async (files: string[], said: EvalSaid) => {
      const options = { isJson: said.json ?? false, showsMisses: said.misses ?? false, part: said.part, isFast: said.fast ?? false, jobs: said.jobs, ...(said.topic === undefined ? {} : { topic: said.topic }) };
      end(await evaluate(files, { ...options, defaults: await defaultsOf({}, io) }, io));
    });
}

interface ReplySaid extends Said {
  count: number;
  seed?: number;
  json?: true;
}

function addReply(program: Command, io: Io, end: End): void {
  withPractice(program.command("reply").description("suggest safe replies to the review on standard input"))
    .option("--author <name>", "who wrote the review")
    .addOption(new Option("--count <n>", "how many").argParser(wholeNumber).default(3))
    .addOption(new Option("--seed <n>", "the same number gives the same replies").argParser(wholeNumber))
    .option("--json", "a JSON list of texts")
    .action(async (said: ReplySaid) => {
      const options = { author: said.author ?? "", count: said.count, isJson: said.json ?? false, ...(said.seed === undefined ? {} : { seed: said.seed }) };
      end(await suggestReplies({ ...options, practice: await practiceOf(said, io) }, io));
    });
}

interface AuditSaid extends Said {
  column?: string;
  out?: string;
  limit: number;
  fast?: true;
}

function addAudit(program: Command, io: Io, end: End): void {
  withPractice(program.command("audit <file>"))
    .description("check everything a practice has published and write a report as one HTML page\nreads CSV, JSON Lines, and the post exports of Facebook and Instagram (JSON)")
    .option("--surface <surface>", "what the texts are, unless they say so")
    .option("--channel <channel>", "where they stand, unless they say so")
    .option("--column <name>", "the column of a CSV file that holds the text")
    .option("--out <file>", "where to write the report, or - for standard output (default: beside you, named after FILE)")
    .addOption(new Option("--limit <n>", "how many texts to show in full, the worst first").argParser(wholeNumber).default(500))
    .option("--fast", "the rules alone, without the second reader")
    .action(async (file: string, said: AuditSaid) => {
      const practice = await practiceOf(said, io);
      const defaults = await defaultsOf(said, io);
      const options = { defaults, limit: said.limit, isFast: said.fast ?? false, ...(practice.name ? { practiceName: practice.name } : {}), ...(said.column === undefined ? {} : { column: said.column }), ...(said.out === undefined ? {} : { out: said.out }) };
      end(await audit(file, options, io));
    });
}

function addRules(program: Command, io: Io, end: End): void {
  const rules = program.command("rules").enablePositionalOptions().description("list the rules").option("--json", "as JSON")
    .action(async (said: { json?: true }) => end(await listRules(said.json ?? false, io)));
  rules.command("show <id>").description("one rule in full, with its examples").option("--json", "as JSON")
    .action(async (id: string, said: { json?: true }) => end(await showRule(id, said.json ?? false, io)));
}

function addStates(program: Command, io: Io, end: End): void {
  const states = program.command("states").enablePositionalOptions().description("list the states, with their boards").option("--json", "as JSON")
    .action(async (said: { json?: true }) => end(await listStates(said.json ?? false, io)));
  states.command("show <code>").description("what one state adds to federal law").option("--json", "as JSON")
    .action(async (code: string, said: { json?: true }) => end(await showState(code, said.json ?? false, io)));
}

function withPractice(command: Command): Command {
  return command
    .option("--practice <file>", "the practice, as YAML or JSON")
    .option("--state <code>", "a postal code such as VA; several with commas", list)
    .option("--specialty <specialty>", "such as plastic-surgery");
}

/** Loaded when they are called: a check needs no server. */
function addDesk(program: Command, io: Io, end: End): void {
  program.command("serve").description("run the desk; the environment says where and how")
    .option("--web-only", "leave the background work to `chaperone worker`")
    .addHelpText("after", () => `\nSettings, from the environment:\n${settingsText(io)}`)
    .action(async (said: { webOnly?: true }) => end(await (await import("./commands/serve.ts")).serveDesk({ isAlone: !said.webOnly }, io)));
  program.command("worker").description("run only the background work of a desk on PostgreSQL").action(async () => end(await (await import("./commands/serve.ts")).workForDesk(io)));
  program.command("demo").description("open the demo practice").option("--remove", "take it away again")
    .action(async (said: { remove?: true }) => end(await (await import("./commands/demo.ts")).demo({ isRemoved: said.remove ?? false }, io)));
  program.command("backup <file>").description("write the desk to a file, while it runs or not").action(async (file: string) => end(await (await import("./commands/backup.ts")).backUp(file, io)));
  program.command("restore <file>").description("fill an empty DATA_DIR or DATABASE_URL from a backup").action(async (file: string) => end(await (await import("./commands/backup.ts")).restoreFrom(file, io)));
  const admin = program.command("admin").description("what only whoever runs the desk may do");
  admin.command("rotate-key").description("seal with SECRET_KEY what the keys in SECRET_KEY_OLD have sealed\nexit code: 0 all of it, 1 something opens with none of them").action(async () => end(await (await import("./commands/admin.ts")).rotateKey(io)));
  admin.command("reset-password <email>").description("end someone's sessions and give them a new password").action(async (email: string) => end(await (await import("./commands/admin.ts")).resetPassword(email, io)));
  const record = program.command("record").description("the record of a practice, outside the desk");
  record.command("export [practice]").description("write it to standard output, as JSON Lines").action(async (practice?: string) => end(await (await import("./commands/record.ts")).exportRecord(practice, io)));
  record.command("verify <file>").description("find a changed, removed, moved or missing entry; needs no desk\nexit code: 0 unbroken, 1 broken, 2 could not read it")
    .option("--head <hash>", "a head that was noted elsewhere; the record must pass through it")
    .action(async (file: string, said: { head?: string }) => end(await (await import("./commands/record.ts")).verifyRecord(file, said.head, io)));
}
