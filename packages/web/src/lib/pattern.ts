/** `:name` is a part of the address, `:name?` one that may be missing, `*` all the rest. */
export function patternOf(path: string): RegExp {
  const parts = path.replace(/\/\*$/, "(?:/.*)?").replaceAll(/\/:(\w+)\?/g, "(?:/(?<$1>[^/]+))?").replaceAll(/\/:(\w+)/g, "/(?<$1>[^/]+)");
  return new RegExp(`^${parts === "/" ? "" : parts}/?$`);
}
