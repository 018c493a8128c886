import type { Content } from "@chaperone/contract";
import type { Desk } from "../desk.ts";
import type { Medium } from "../networks/outgoing.ts";
import { refused, type Refused } from "../networks/outcome.ts";
import { addressOf, type Takes } from "./address.ts";
import { sourceOf } from "./source.ts";

/** The pictures and videos of a post as one network takes them: the same bytes by hand and by address. */
export async function mediaOf(desk: Desk, practice: string, pictures: readonly Pick<Content["pictures"][number], "id" | "alt">[], { types, bytes, most }: Takes & { most: number }): Promise<Medium[] | Refused> {
  if (pictures.length > most) return refused("content-invalid", most === 0 ? "This network takes no pictures. Take them out of the post for it." : `This network takes ${most === 1 ? "one picture" : `at most ${most} pictures`} a post. Take some out.`);
  const media: Medium[] = [];
  for (const { id, alt } of pictures) {
    const ticket = { practice, picture: id, types, bytes }, source = await sourceOf(desk, ticket);
    if (source.is === "refused") return source;
    const { kind, type, size, width, height, read } = source;
    media.push({ id, kind, type, size, width, height, alt, bytes: (start = 0, end = size) => read(start, Math.min(end, size)), address: () => addressOf(desk, ticket) });
  }
  return media;
}
