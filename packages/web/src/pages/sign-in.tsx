import { useState } from "react";
import { Door } from "../components/door.tsx";
import { Forgot } from "../features/people/forgot.tsx";
import { SignInForm } from "../features/people/sign-in-form.tsx";
import { ownPath } from "../lib/auth.ts";
import { queryClient } from "../lib/query.ts";
import { useDesk } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

const FOOT = "This desk runs on the practice’s own machine. It talks to no one but the networks you publish on.";

export function SignInPage() {
  useTitle("Sign in");
  const { data: desk } = useDesk(), [isForgotten, forget] = useState(false);
  const asked = new URLSearchParams(location.search), then = ownPath(asked.get("then"));
  const isIn = (): void => { queryClient.clear(); location.replace(then); };
  const failed = asked.has("failed") ? "Single sign-on did not let you in. You need an invitation to the address that the provider gave." : undefined;
  return (
    <Door foot={FOOT}>
      {isForgotten ? <Forgot hasMail={desk?.mail ?? false} back={() => forget(false)} />
        : <SignInForm title="Welcome back" singleSignOn={desk?.singleSignOn ?? null} then={then} onIn={isIn} onForgot={() => forget(true)} failed={failed} />}
    </Door>
  );
}
