import { type AddressInfo, createServer } from "node:net";
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { closeAfter } from "../../test-support/close-after.ts";
import { openMail } from "./open-mail.ts";

const letter = { to: "maya@seapine.example", subject: "You are invited to a desk of Chaperone", text: "Ruth invites you.\n\nhttps://desk.seapine.example/join/abc\n" };

function logged() {
  const lines: string[] = [];
  return { lines, log: pino({}, new Writable({ write(chunk, _encoding, done) { lines.push(String(chunk)); done(); } })) };
}

/** A mail server that speaks just enough SMTP, and may refuse whoever a letter is to. */
async function mailServer(refuses = false) {
  const received: string[] = [];
  const server = createServer((socket) => {
    let inLetter = false, rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 mail.seapine.example");
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop()!;
      for (const line of lines) {
        if (inLetter) { if (line === ".") { inLetter = false; say("250 taken"); } else received.push(line); }
        else if (line === "DATA") { inLetter = true; say("354 go on"); }
        else if (/^RCPT/.test(line) && refuses) say("550 nobody of that name: maya@seapine.example");
        else if (line === "QUIT") { say("221 bye"); socket.end(); }
        else say("250 ok");
      }
    });
  });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  closeAfter({ close: () => new Promise<void>((done) => { server.close(() => done()); }) });
  return { received, config: { mail: { smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, from: "Desk <desk@seapine.example>" } } };
}

test("a letter arrives with its words, from the desk", async () => {
  const { received, config } = await mailServer(), { log, lines } = logged();
  expect(await openMail(config, log).send(letter)).toBe(true);
  expect(received).toEqual(expect.arrayContaining(["From: Desk <desk@seapine.example>", "To: maya@seapine.example", `Subject: ${letter.subject}`, "https://desk.seapine.example/join/abc"]));
  expect(lines).toEqual([]);
});

test("one that is refused, or a server that is not there, answers no and logs a code without the address", async () => {
  const refusing = await mailServer(true), { log, lines } = logged();
  expect(await openMail(refusing.config, log).send(letter)).toBe(false);
  expect(await openMail({ mail: { smtpUrl: "smtp://127.0.0.1:1", from: "desk@seapine.example" } }, log).send(letter)).toBe(false);
  expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(["EENVELOPE", "ESOCKET"]);
  for (const word of ["maya", "seapine", "invit"]) expect(lines.join("").toLowerCase()).not.toContain(word);
});

test("without a mail server it says so", async () => {
  const { isConfigured, send } = openMail({}, logged().log);
  expect([isConfigured, await send(letter)]).toEqual([false, false]);
});
