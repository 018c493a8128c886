import { Button, ButtonLink } from "../../components/button.tsx";
import { EmptyState } from "../../components/states.tsx";
import { useLoadDemo } from "../../lib/demo.ts";

/** A practice without a single post. */
export function FirstSteps({ demoIsOpen, mayWrite }: { demoIsOpen: boolean; mayWrite: boolean }) {
  const demo = useLoadDemo();
  return (
    <EmptyState
      title="Begin with one post"
      actions={<>
        {mayWrite ? <ButtonLink low kind="primary" href="/compose">Write the first post</ButtonLink> : null}
        {demoIsOpen ? null : <Button low kind="plain" isDisabled={demo.isPending} onPress={() => demo.mutate()}>{demo.isPending ? "Opening the demo" : "Look around in the demo practice"}</Button>}
      </>}
    >
      As you type, the desk underlines what may not go out and says why, and what to write instead. Nothing is published from here without a person. {demoIsOpen ? "" : "The demo practice has two weeks of posts to try it on, and is removed again with one button in Settings."}
    </EmptyState>
  );
}
