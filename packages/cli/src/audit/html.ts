/** Everything that goes into the page passes here, so no text can become markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" };

/** Only web addresses become links. */
export function link(url: string, words: string): string {
  return /^https?:\/\//.test(url) ? `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>` : escapeHtml(words);
}

export function shape(kind: "stop" | "question" | "clear"): string {
  return `<svg class="shape ${kind}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${SHAPES[kind]}</svg>`;
}

/** Octagon with a bar, diamond with a mark, circle with a tick: told apart without color. */
const SHAPES = {
  stop: "<path d=\"M5 1h6l4 4v6l-4 4H5l-4-4V5z\"/><path class=\"glyph\" d=\"M4.5 8h7\"/>",
  question: "<path d=\"M8 .5 15.5 8 8 15.5.5 8z\"/><path class=\"glyph\" d=\"M6.4 6.3a1.7 1.7 0 1 1 2.5 1.5c-.6.4-.9.7-.9 1.4M8 11.6v.1\"/>",
  clear: "<circle cx=\"8\" cy=\"8\" r=\"7\"/><path class=\"glyph\" d=\"m4.8 8.2 2.3 2.3 4.2-4.6\"/>",
};
