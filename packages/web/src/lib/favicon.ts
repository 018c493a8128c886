/** The third mark becomes the diamond or the octagon while something asks or is held. */
export function showStanding(standing: "clear" | "question" | "stop"): void {
  const icon = document.getElementById("favicon");
  if (!(icon instanceof HTMLLinkElement)) return;
  const href = standing === "clear" ? "/favicon.svg" : `/favicon-${standing}.svg`;
  if (icon.getAttribute("href") !== href) icon.setAttribute("href", href);
}
