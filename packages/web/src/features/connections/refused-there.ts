/** What a network said instead of handing over a code. Its own words are not shown: they are for programmers, and come from outside. */

const BEGIN_AGAIN = "Nothing was changed. Begin again on the Connections page.";
const SAYS: Record<string, string> = {
  access_denied: "The sign-in was not allowed",
  user_cancelled_login: "The sign-in was left before its end",
  user_cancelled_authorize: "The sign-in was left before its end",
  temporarily_unavailable: "The network does not answer now",
  server_error: "The network does not answer now",
  redirect_uri_mismatch: "The network does not know this redirect address",
  invalid_scope: "The app may not ask for what the desk needs",
  unauthorized_scope_error: "The app may not ask for what the desk needs",
};
const NEXT: Record<string, string> = {
  access_denied: "Either somebody pressed Cancel, or the account may not do it. Nothing was changed. Begin again, and allow what the desk asks about.",
  redirect_uri_mismatch: "Copy the redirect address from the Connections page into the app, exactly as it stands, and begin again.",
  invalid_scope: "Look at the steps on the Connections page: a product or a review is missing at the network. Then begin again.",
  unauthorized_scope_error: "Look at the steps on the Connections page: a product or a review is missing at the network. Then begin again.",
};

export function refusedThere(asked: URLSearchParams): { says: string; next: string } | null {
  const error = asked.get("error");
  if (error !== null) return { says: SAYS[error] ?? "The network did not let the desk in", next: NEXT[error] ?? BEGIN_AGAIN };
  return asked.get("state") && asked.get("code") ? null : { says: "This address is where networks send people back to", next: "There is nothing to finish here. Begin on the Connections page." };
}
