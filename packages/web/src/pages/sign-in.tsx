import { Door } from "../components/door.tsx";

export function SignInPage() {
  return <Door foot="This desk runs on the practice’s own machine. It talks to no one but the networks you publish on."><h1>Sign in</h1></Door>;
}
