/** Secrets at rest: AES-256-GCM under a key from the environment. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

export interface Seal {
  /** `id.nonce.tag.text`, each in base64url; the id says which key sealed it. */
  seal(secret: string): string;
  /** Throws when it was sealed with a key that is not known here, or has been touched. */
  open(sealed: string): string;
  /** False for what an older key has sealed. */
  isCurrent(sealed: string): boolean;
}

export class WrongSeal extends Error {
  override name = "WrongSeal";
}

const NONCE_BYTES = 12;

/** Seals with the first key, and opens what any of them has sealed. */
export function makeSeal(key: Uint8Array, older: readonly Uint8Array[] = []): Seal {
  const id = idOf(key), keys = new Map([key, ...older].map((one) => [idOf(one), one]));
  return {
    seal(secret) {
      const nonce = randomBytes(NONCE_BYTES), cipher = createCipheriv("aes-256-gcm", key, nonce);
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return [id, ...[nonce, cipher.getAuthTag(), text].map((part) => part.toString("base64url"))].join(".");
    },
    open(sealed) {
      const [by = "", ...parts] = sealed.split("."), opener = keys.get(by);
      if (!opener || parts.length !== 3) throw new WrongSeal("It was sealed with another key.");
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
      try {
        const decipher = createDecipheriv("aes-256-gcm", opener, nonce!, { authTagLength: 16 }).setAuthTag(tag!);
        return Buffer.concat([decipher.update(text!), decipher.final()]).toString("utf8");
      } catch {
        throw new WrongSeal("It has been touched since it was sealed.");
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${id}.`),
  };
}

const idOf = (key: Uint8Array): string => createHash("sha256").update("chaperone seal").update(key).digest("base64url").slice(0, 8);
