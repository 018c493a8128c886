import { Dialog } from "../../components/dialog.tsx";
import "./keyboard-help.css";

const KEYS: readonly (readonly [where: string, keys: readonly (readonly [keys: string, does: string])[]])[] = [
  ["Everywhere", [["Ctrl K", "find or do"], ["?", "these keys"], ["Tab", "the next thing"], ["Esc", "close what lies over the page"]]],
  ["Writing", [["F8", "the next note"], ["Shift F8", "the note before"], ["Alt Enter", "use its fix"]]],
  ["Approvals", [["J, K", "the next, the one before"], ["A", "begin to approve"], ["R", "begin to return"], ["Ctrl Enter", "decide"]]],
  ["Calendar", [["← → ↑ ↓", "from day to day"], ["Page Up, Page Down", "the weeks before and after"], ["Enter", "write a post for the day"], ["M", "move the post that has the focus"]]],
];

export function KeyboardHelp({ close }: { close: () => void }) {
  return (
    <Dialog title="Keys" isOpen onOpenChange={(open) => { if (!open) close(); }}>
      {/* Nothing in it takes the focus, so it does itself: the arrows then scroll it. */}
      <div className="key-lists" role="group" aria-label="All keys" tabIndex={0}>
        {KEYS.map(([where, keys]) => (
          <section key={where} className="key-list">
            <h3 className="label">{where}</h3>
            <dl>{keys.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
