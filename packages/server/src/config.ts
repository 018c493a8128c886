import { resolve } from "node:path";
import { ConfigProblem } from "./config-problem.ts";
import { keepSecretKey } from "./secret-key.ts";
import { SETTINGS, type SettingName } from "./settings.ts";

/** The environment, read once. Nobody else looks at it. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
  readonly secretKey: Uint8Array;
  /** Keys of former times, which still open what they sealed. */
  readonly oldKeys?: readonly Uint8Array[];
  /** Without a slash at its end. Absent when it follows from host and port, which with `PORT=0` only the listening server knows. */
  readonly publicUrl?: string;
  readonly logLevel: string;
  readonly mail?: { readonly smtpUrl: string; readonly from: string };
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly allowPrivateHosts: boolean;
  readonly standIns?: string;
  readonly trustProxy: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(environment: Environment = process.env, folder = process.cwd()): Config {
  const mistakes: string[] = [];
  const read = <Name extends SettingName>(name: Name): ReturnType<(typeof SETTINGS)[Name]["read"]["parse"]> => {
    const result = SETTINGS[name].read.safeParse(environment[name]);
    // The value is never repeated: it may be a password.
    if (!result.success) mistakes.push(`${name} ${result.error.issues[0]!.message}.`);
    return result.data as ReturnType<(typeof SETTINGS)[Name]["read"]["parse"]>;
  };
  const dataDir = resolve(folder, read("DATA_DIR") ?? SETTINGS.DATA_DIR.fallback);
  const port = read("PORT"), host = read("HOST"), databaseUrl = read("DATABASE_URL"), secretKey = read("SECRET_KEY"), oldKeys = read("SECRET_KEY_OLD"), publicUrl = read("PUBLIC_URL"), logLevel = read("LOG_LEVEL");
  const allowPrivateHosts = read("ALLOW_PRIVATE_HOSTS") ?? false, trustProxy = read("TRUST_PROXY") ?? 0, standIns = read("STAND_INS");
  const smtpUrl = read("SMTP_URL"), from = read("MAIL_FROM");
  const issuer = read("OIDC_ISSUER"), clientId = read("OIDC_CLIENT_ID"), clientSecret = read("OIDC_CLIENT_SECRET");
  mistakes.push(...halves(environment, ["SMTP_URL", "MAIL_FROM"]), ...halves(environment, ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]));
  // Without it a link would be made of whatever host a caller names, and a letter would carry somebody else's address.
  for (const name of ["SMTP_URL", "OIDC_ISSUER"] as const) if (environment[name]?.trim() && !environment.PUBLIC_URL?.trim()) mistakes.push(`${name} also needs PUBLIC_URL, the address that people are sent back to.`);
  if (mistakes.length > 0) throw new ConfigProblem(mistakes);

  return Object.freeze({
    port: port ?? Number(SETTINGS.PORT.fallback), host: host ?? SETTINGS.HOST.fallback, dataDir, logLevel: logLevel ?? SETTINGS.LOG_LEVEL.fallback, allowPrivateHosts, trustProxy,
    secretKey: secretKey ?? keepSecretKey(dataDir),
    ...(oldKeys ? { oldKeys } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    ...(standIns ? { standIns } : {}),
    ...(smtpUrl && from ? { mail: Object.freeze({ smtpUrl, from }) } : {}),
    ...(issuer && clientId && clientSecret ? { oidc: Object.freeze({ issuer, clientId, clientSecret }) } : {}),
  });
}

/** These mean something only together. */
function halves(environment: Environment, names: SettingName[]): string[] {
  const { given = [], absent = [] } = Object.groupBy(names, (name) => environment[name]?.trim() ? "given" : "absent");
  return given.length > 0 && absent.length > 0 ? [`${given.join(" and ")} also ${given.length === 1 ? "needs" : "need"} ${absent.join(" and ")}.`] : [];
}

/** For the programs: prints every mistake and ends with 2. */
export function configOrExit(environment: Environment = process.env): Config {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    console.error(error.message);
    return process.exit(2);
  }
}
