import { Link } from "../../components/link.tsx";
import { Say } from "../../components/page-head.tsx";
import type { Words } from "./morning.ts";

export function Said({ date, words }: { date: string; words: readonly Words[] }) {
  return <Say date={date}>{words.map(({ text, href }, at) => href ? <Link key={at} href={href}>{text}</Link> : text)}</Say>;
}
