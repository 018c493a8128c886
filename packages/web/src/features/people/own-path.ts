/** Where one goes after the sign-in: an address of this desk and never another site, whatever the link said. */
export function ownPath(then: string | null | undefined): string {
  if (!then || !/^\/(?![/\\])/.test(then) || /[\u0000-\u001f\\]/.test(then)) return "/";
  const { origin, pathname, search, hash } = new URL(then, "https://desk.invalid");
  if (origin !== "https://desk.invalid" || /^\/(?:api|sign-in|set-up)(?:\/|$)/.test(pathname) || pathname.startsWith("//")) return "/";
  return pathname + search + hash;
}
