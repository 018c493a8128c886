import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "../components/button.tsx";
import { Door } from "../components/door.tsx";
import { useGo } from "../components/link.tsx";
import { Broken } from "../components/states.tsx";
import { Forgot } from "../features/people/forgot.tsx";
import { SignInForm } from "../features/people/sign-in-form.tsx";
import { inWords } from "../lib/api.ts";
import { ownPath } from "../lib/auth.ts";
import { queryClient } from "../lib/query.ts";
import { deskQuery, meQuery } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

export const DOOR_FOOT = "This desk runs on the practice’s own machine. It talks to no one but the networks you publish on.";

export function SignInPage() {
  useTitle("Sign in");
  const desk = useQuery(deskQuery), { data: me } = useQuery(meQuery), go = useGo(), [isForgotten, forget] = useState(false);
  const asked = new URLSearchParams(location.search), then = ownPath(asked.get("then"));
  // A fresh desk has nobody who could sign in, and whoever is in already has no business at the door.
  const away = desk.data?.setUpNeeded ? "/set-up" : me ? then : null;
  useEffect(() => { if (away) go(away); }, [away, go]);
  const isIn = (): void => { queryClient.clear(); location.replace(then); };
  const failed = asked.has("failed") ? "Single sign-on did not let you in. You need an invitation to the address that the provider gave." : undefined;
  if (away) return null;
  return (
    <Door foot={DOOR_FOOT}>
      {desk.isError ? <div className="form"><Broken title="The desk does not answer" actions={<Button low onPress={() => void desk.refetch()}>Ask again</Button>}>{inWords(desk.error).says} {inWords(desk.error).next}</Broken></div>
        : isForgotten ? <Forgot hasMail={desk.data?.mail ?? false} back={() => forget(false)} />
        : <SignInForm title="Chaperone" singleSignOn={desk.data?.singleSignOn ?? null} then={then} onIn={isIn} onForgot={() => forget(true)} failed={failed} />}
    </Door>
  );
}
