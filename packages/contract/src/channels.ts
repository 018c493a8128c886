/** Front door to the networks: what each takes, asks and counts. */
export * from "./channels/networks.ts";
export * from "./channels/count.ts";
export * from "./channels/outgoing.ts";
export * from "./channels/settings.ts";
export * from "./channels/notices.ts";
