import { z } from "zod";

/** One line of the README's table, and how the text of the environment becomes a value. */
export interface Setting { name: string; fallback: string; what: string; secret?: true; read: z.ZodType<unknown, string | undefined> }

/** An empty variable is an absent one, as in `PORT= npm start`. */
const text = z.string().trim().transform((value) => value || undefined).optional();
const must = <Value>(words: string, test: (value: string) => boolean, value: (text: string) => Value) =>
  text.refine((given) => given === undefined || test(given), words).transform((given) => given === undefined ? undefined : value(given));
const same = (value: string): string => value;

const isUrl = (...protocols: string[]) => (value: string): boolean => URL.canParse(value) && protocols.includes(new URL(value).protocol);
const origin = (value: string): string => value.replace(/\/+$/, "");
const YES = ["1", "true", "yes", "on"], NO = ["0", "false", "no", "off"];
const yesNo = must("must be yes or no", (value) => [...YES, ...NO].includes(value.toLowerCase()), (value) => YES.includes(value.toLowerCase()));

/** 32 bytes as 64 hexadecimal digits or as base64. */
export function readKey(value: string): Uint8Array | null {
  const bytes = /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, "hex") : /^[\w+/-]{43}=?$/.test(value) ? Buffer.from(value, "base64") : null;
  return bytes?.length === 32 ? new Uint8Array(bytes) : null;
}

/** Several keys, with commas or spaces between them. */
function readKeys(value: string): Uint8Array[] | null {
  const keys = value.split(/[\s,]+/).filter((one) => one !== "").map(readKey);
  return keys.every((key) => key !== null) ? keys : null;
}

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65535;
const isAddress = (value: string): boolean => /^[^@\s<>]+@[^@\s<>]+$/.test(value) || /^[^<>\r\n]*<[^@\s<>]+@[^@\s<>]+>$/.test(value);
const isCount = (value: string): boolean => /^\d$/.test(value);

/** Every variable that the desk reads. Nothing else in the program looks at the environment. */
export const SETTINGS = {
  PORT: { name: "PORT", fallback: "4321", what: "The port the desk answers on; 0 takes a free one.", read: must("must be a port from 0 to 65535", isPort, Number) },
  HOST: { name: "HOST", fallback: "127.0.0.1", what: "The address it listens on. `0.0.0.0` opens it to the network: put TLS in front.", read: must("must be one host name or address", (value) => !/[\s/]/.test(value), same) },
  DATA_DIR: { name: "DATA_DIR", fallback: "./data", what: "Where the embedded database, the secret key, the journal and backups live.", read: text },
  DATABASE_URL: { name: "DATABASE_URL", fallback: "", what: "A PostgreSQL database (15 or newer) to use instead of the embedded one.", secret: true, read: must("must be an address like postgres://user:password@host/name", isUrl("postgres:", "postgresql:"), same) },
  SECRET_KEY: { name: "SECRET_KEY", fallback: "made on first run, kept in `DATA_DIR/secret.key`", what: "32 bytes, as 64 hexadecimal digits or base64. Encrypts secrets at rest and signs sessions; several processes on one database need the same.", secret: true, read: must("must be 32 bytes, written as 64 hexadecimal digits or as base64 (`openssl rand -hex 32` makes one)", (value) => readKey(value) !== null, (value) => readKey(value)!) },
  SECRET_KEY_OLD: { name: "SECRET_KEY_OLD", fallback: "", what: "Keys that were `SECRET_KEY` before, with commas between them: what they sealed still opens. Needed until `chaperone admin rotate-key` has run.", secret: true, read: must("must be keys of 32 bytes, each written as 64 hexadecimal digits or as base64, with commas between them", (value) => readKeys(value) !== null, (value) => readKeys(value)!) },
  PUBLIC_URL: { name: "PUBLIC_URL", fallback: "http://HOST:PORT", what: "The address people type, when it differs: behind a proxy, or with a name. Letters and single sign-on need it, and passkeys anywhere but on localhost.", read: must("must be an address like https://desk.example.com, without a path", (value) => isUrl("http:", "https:")(value) && new URL(value).pathname === "/" && !new URL(value).search, origin) },
  LOG_LEVEL: { name: "LOG_LEVEL", fallback: "info", what: `How much is logged: ${LEVELS.join(", ")}.`, read: must(`must be one of ${LEVELS.join(", ")}`, (value) => LEVELS.includes(value), same) },
  SMTP_URL: { name: "SMTP_URL", fallback: "", what: "The mail server for invitations and resets. Without it the desk shows links to hand over.", secret: true, read: must("must be an address like smtps://user:password@mail.example.com", isUrl("smtp:", "smtps:"), same) },
  MAIL_FROM: { name: "MAIL_FROM", fallback: "", what: "The sender of the desk's mail; needed with `SMTP_URL`.", read: must("must be a mail address, like Desk <desk@example.com>", isAddress, same) },
  OIDC_ISSUER: { name: "OIDC_ISSUER", fallback: "", what: "The OpenID provider for single sign-on.", read: must("must be an address like https://login.example.com", isUrl("http:", "https:"), same) },
  OIDC_CLIENT_ID: { name: "OIDC_CLIENT_ID", fallback: "", what: "The desk's name at that provider.", read: text },
  OIDC_CLIENT_SECRET: { name: "OIDC_CLIENT_SECRET", fallback: "", what: "The desk's secret at that provider.", secret: true, read: text },
  ALLOW_PRIVATE_HOSTS: { name: "ALLOW_PRIVATE_HOSTS", fallback: "no", what: "Lets webhooks, sign-on and networks whose server people choose reach private addresses. For tests; a hole anywhere else.", read: yesNo },
  STAND_INS: { name: "STAND_INS", fallback: "", what: "Where stand-ins answer in place of the networks, for tests and for trying things out. Nothing reaches a real network then.", read: must("must be an address like http://127.0.0.1:4400", isUrl("http:", "https:"), origin) },
  TRUST_PROXY: { name: "TRUST_PROXY", fallback: "0", what: "How many proxies stand in front; the caller's address is read past them.", read: must("must be a number from 0 to 9", isCount, Number) },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
