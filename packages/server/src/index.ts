export { type Config, readConfig } from "./config.ts";
export { ConfigProblem } from "./config-problem.ts";
export { DataDirectoryInUse } from "./database/lock.ts";
export { SETTINGS } from "./settings.ts";
export { openDesk, serve, type Serving } from "./start.ts";
