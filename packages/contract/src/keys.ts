/** What acts in a practice without a person at the keyboard: keys in, webhooks out. */
import * as z from "zod/mini";
import { id, line, time, web } from "./text.ts";

/** A key does what its scopes say and never approves, overrides or manages: those need a person. */
export const SCOPES = ["read", "write", "schedule", "record"] as const;
export type Scope = (typeof SCOPES)[number];
export const key = z.object({ id: id(), name: z.string(), starts: z.string(), scopes: z.array(z.enum(SCOPES)), createdAt: time(), expiresAt: z.nullable(time()), lastUsedAt: z.nullable(time()) });
export type Key = z.infer<typeof key>;
export const newKey = z.object({ name: line(80), scopes: z.array(z.enum(SCOPES)).check(z.minLength(1)), expiresAt: z.nullable(time()) });
/** The secret is shown once and kept only as its hash. */
export const createdKey = z.object({ key, secret: z.string() });

export const EVENTS = ["post.submitted", "post.approved", "post.returned", "post.scheduled", "post.held", "post.published", "post.failed", "post.unconfirmed", "post.taken-down", "channel.needs-sign-in", "member.joined", "member.removed", "rules.changed"] as const;
export type EventName = (typeof EVENTS)[number];
export const webhook = z.object({ id: id(), url: z.string(), events: z.array(z.enum(EVENTS)), enabled: z.boolean(), createdAt: time(), lastState: z.nullable(z.enum(["delivered", "waiting", "failed"])) });
export type Webhook = z.infer<typeof webhook>;
export const newWebhook = z.object({ url: web(), events: z.array(z.enum(EVENTS)).check(z.minLength(1)) });
export const webhookChange = z.partial(z.object({ url: web(), events: z.array(z.enum(EVENTS)).check(z.minLength(1)), enabled: z.boolean() }));
export const createdWebhook = z.object({ webhook, secret: z.string() });
export const delivery = z.object({ id: id(), event: z.enum(EVENTS), state: z.enum(["delivered", "waiting", "failed"]), attempts: z.int(), status: z.nullable(z.int()), says: z.nullable(z.string()), at: time(), nextAt: z.nullable(time()) });
