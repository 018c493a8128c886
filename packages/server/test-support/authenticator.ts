import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

const sha256 = (bytes: string | Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const PRESENT_AND_VERIFIED = 0b0000_0101, WITH_CREDENTIAL = 0b0100_0000;

/** The little CBOR that an attestation is made of. */
function cbor(value: unknown): Buffer {
  const head = (kind: number, size: number): Buffer => size < 24 ? Buffer.from([kind << 5 | size]) : size < 256 ? Buffer.from([kind << 5 | 24, size]) : Buffer.from([kind << 5 | 25, size >> 8, size & 255]);
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([name, of]) => [cbor(name), cbor(of)])]);
}

/** A security key in software (ES256, no attestation), as a browser would drive one for a page of `origin`. */
export class Authenticator {
  readonly id = randomBytes(16);
  readonly #key: KeyObject;
  readonly #cose: Buffer;
  readonly #origin: string;
  counter = 0;

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x, y } = publicKey.export({ format: "jwk" }) as { x: string; y: string };
    this.#key = privateKey;
    this.#cose = cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, "base64url")], [-3, Buffer.from(y, "base64url")]]));
    this.#origin = origin;
  }

  #clientData(type: string, challenge: string): Buffer { return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false })); }

  #said(rpId: string, flags: number, more: Uint8Array = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, more]);
  }

  create({ challenge, rp }: { challenge: string; rp: { id: string } }): object {
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.#cose]);
    const attestationObject = cbor(new Map<string, unknown>([["fmt", "none"], ["attStmt", new Map()], ["authData", this.#said(rp.id, PRESENT_AND_VERIFIED | WITH_CREDENTIAL, credential)]]));
    return this.#answer({ clientDataJSON: this.#clientData("webauthn.create", challenge).toString("base64url"), attestationObject: attestationObject.toString("base64url"), transports: ["internal"] });
  }

  get({ challenge, rpId }: { challenge: string; rpId: string }): object {
    const clientData = this.#clientData("webauthn.get", challenge), authenticatorData = this.#said(rpId, PRESENT_AND_VERIFIED);
    const signature = createSign("sha256").update(Buffer.concat([authenticatorData, sha256(clientData)])).sign(this.#key);
    return this.#answer({ clientDataJSON: clientData.toString("base64url"), authenticatorData: authenticatorData.toString("base64url"), signature: signature.toString("base64url") });
  }

  #answer(response: object): object {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key", response, clientExtensionResults: {}, authenticatorAttachment: "platform" };
  }
}
