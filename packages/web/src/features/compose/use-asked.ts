import type { Channel, Content } from "@chaperone/contract";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { whenIdle } from "../../lib/later.ts";
import { connectionsQuery } from "../../lib/post-queries.ts";
import { type Asked, askedOf, type Look } from "./asked.ts";

let looking: Look | null = null;

/** Null until what the networks ask has come: the gate says that it still reads, and nothing goes out as if it had been asked. */
export function useAsked(practice: string, title: string, content: Content, channels: readonly Channel[]): Asked[] | null {
  const [look, take] = useState<Look | null>(() => looking);
  useEffect(() => { if (!looking) void whenIdle().then(() => import("./look.ts")).then((file) => { looking = file.noticesOf; take(() => file.noticesOf); }, () => undefined); }, []);
  const isAsked = channels.some(({ id, connected }) => connected && content.channels.includes(id)), { data } = useQuery({ ...connectionsQuery(practice), enabled: isAsked });
  const described = useMemo(() => new Map(data?.connections.map((one) => [one.channel.id, one.described])), [data]);
  return useMemo(() => look && askedOf(look, title, content, channels, described), [look, title, content, channels, described]);
}
