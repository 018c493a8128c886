/** Front door to the networks: what each takes and how each counts. */
export * from "./channels/networks.ts";
export * from "./channels/count.ts";
export * from "./channels/outgoing.ts";
