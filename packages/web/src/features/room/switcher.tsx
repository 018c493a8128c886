import { IconPlus } from "@tabler/icons-react";
import { PracticeSwitcher } from "../../components/shell.tsx";
import type { MyPractice } from "../../lib/session.ts";

/** With several practices, the last line is all of them at a glance. */
export function Switcher({ practices, current, onChoose }: { practices: readonly MyPractice[]; current: string; onChoose: (id: string) => void }) {
  const lines = practices.map(({ id, name, place, isDemo }) => ({ id, name, place: isDemo ? "Demo practice" : place }));
  const all = lines.length > 1 ? [{ id: "all", name: "All practices", place: `${lines.length} practices` }] : [];
  return <PracticeSwitcher practices={[...lines, ...all]} current={current} onChoose={onChoose} more={[{ id: "new", label: "Open another practice", icon: IconPlus, href: "/practices/new" }]} />;
}
