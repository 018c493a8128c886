import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Mail } from "./mail.ts";

export function openMail({ mail }: Pick<Config, "mail">, log: Logger): Mail {
  if (!mail) return { isConfigured: false, send: async () => false };
  const transport = createTransport(mail.smtpUrl);
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
