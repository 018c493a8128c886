import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Mail } from "./mail.ts";

/** Somebody waits for the answer, so a mail server that does not answer is given up soon. */
const PATIENCE_MS = 8_000;

export function openMail({ mail }: Pick<Config, "mail">, log: Logger): Mail {
  if (!mail) return { isConfigured: false, send: async () => false };
  const transport = createTransport({ url: mail.smtpUrl, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true });
  return {
    isConfigured: true,
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from: mail.from, to, subject, text });
        return true;
      } catch (error) {
        log.error({ error: (error as Error).name, code: (error as { code?: string }).code }, "a letter could not be sent");
        return false;
      }
    },
  };
}
