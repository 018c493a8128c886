import "./keys.css";

/** Keys and what they do: `<Keys of={[["F8", "next note"], ["Alt Enter", "use its fix"]]} />` */
export function Keys({ of }: { of: readonly (readonly [keys: string, does: string])[] }) {
  return <p className="keys tiny faint not-p">{of.map(([keys, does]) => <span key={keys}><kbd>{keys}</kbd> {does}</span>)}</p>;
}

/** "Ctrl K" reads "⌘ K" where that is the key. */
export function ModKey({ letter }: { letter: string }) {
  const apple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
  return <kbd>{apple ? "⌘" : "Ctrl"} {letter}</kbd>;
}
