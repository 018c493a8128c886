import { Component } from "react";
import { Button } from "./button.tsx";
import { Broken } from "./states.tsx";

/** `at` is the page's address: on another one it tries again. */
interface Props { at: string; children: React.ReactNode }
interface State { failed: boolean }

/** React knows no other way to catch what a page throws, hence the one class of the app. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate({ at }: Props): void {
    if (this.state.failed && at !== this.props.at) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed ? <PageBroke again={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

/** The plain apology: what broke is ours, and what was written is still kept. */
export function PageBroke({ again }: { again: () => void }) {
  return (
    <div className="sheet" style={{ marginTop: 20 }}>
      <Broken title="This page broke" weight="stop" actions={<><Button low onPress={again}>Open it again</Button><Button low kind="quiet" onPress={() => location.reload()}>Reload the desk</Button></>}>
        The mistake is ours. What you wrote is kept, and nothing was sent.
      </Broken>
    </div>
  );
}
