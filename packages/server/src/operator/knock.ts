/** How a command asks the desk that is running. It loads little: the desk does the work. */
import { problem, type Problem } from "@chaperone/contract";
import type { Holder } from "../database/lock.ts";
import { Refusal } from "../http/refusal.ts";
import type { Operations } from "./operations.ts";

export const PATH = "/api/operator", TOKEN = "x-chaperone-operator", BYTES = "application/octet-stream";

/** The operations of the desk that holds the data directory. */
export function operationsAt({ address, token }: Pick<Holder, "token"> & { address: string }): Operations {
  const call = async <Answer>(name: keyof Operations, ...given: unknown[]): Promise<Answer> => {
    const response = await fetch(`${address}${PATH}/${name}`, { method: "POST", headers: { [TOKEN]: token, "content-type": "application/json" }, body: JSON.stringify(given) });
    if (!response.ok) throw refusalIn(await response.json().catch(() => problem("desk-error")) as Problem);
    if (response.headers.get("content-type") === BYTES) return new Uint8Array(await response.arrayBuffer()) as Answer;
    return (await response.json() as { answer: Answer }).answer;
  };
  return {
    backup: () => call("backup"), loadDemo: () => call("loadDemo"), removeDemo: () => call("removeDemo"),
    resetPassword: (email) => call("resetPassword", email), exportRecord: (practice) => call("exportRecord", practice),
    rotateKey: () => call("rotateKey"),
  };
}

const refusalIn = ({ code, detail }: Problem): Refusal => new Refusal(code, detail === undefined ? {} : { detail });
