import { Door } from "../components/door.tsx";

export function SetUpPage() {
  return <Door foot="This desk runs on the practice’s own machine. It talks to no one but the networks you publish on."><h1>Set up the desk</h1></Door>;
}
