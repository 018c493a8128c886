import { IconSearch } from "@tabler/icons-react";
import { useId, useMemo, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { type Command, findCommands } from "./find.ts";
import { Icon } from "./icon.tsx";
import { useGo } from "./link.tsx";
import "./dialog.css";
import "./command-palette.css";

interface CommandPaletteProps {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
  /** Hears what is sought, for commands that come from elsewhere. */
  onSeek?: (sought: string) => void;
}

/** Find or do, from anywhere. */
export function CommandPalette({ isOpen, onOpenChange, commands, onSeek }: CommandPaletteProps) {
  return (
    <ModalOverlay className="veil high" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label="Find or do"><Finder commands={commands} close={() => onOpenChange(false)} {...(onSeek ? { onSeek } : {})} /></Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ commands, close, onSeek }: { commands: readonly Command[]; close: () => void; onSeek?: (sought: string) => void }) {
  const [sought, seek] = useState(""), [marked, mark] = useState(0);
  const list = useId(), go = useGo();
  const found = useMemo(() => findCommands(commands, sought).slice(0, 50), [commands, sought]);
  const at = Math.min(marked, found.length - 1);

  const does = (command: Command | undefined) => {
    if (!command) return;
    close();
    if (command.href) go(command.href);
    command.run?.();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && !event.nativeEvent.isComposing) does(found[at]);
    else if (step && found.length > 0) mark((at + step + found.length) % found.length);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="palette-in">
        <Icon of={IconSearch} size={20} />
        <input
          role="combobox" aria-expanded="true" aria-controls={list} aria-autocomplete="list" aria-label="Find or do" autoFocus autoComplete="off" spellCheck={false}
          aria-activedescendant={found[at] ? `${list}-${at}` : undefined} value={sought} onChange={(event) => { seek(event.target.value); mark(0); onSeek?.(event.target.value); }} onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <ul id={list} role="listbox" aria-label="What was found" className="palette-list">
        {found.map((command, index) => (
          <li
            key={command.id} id={`${list}-${index}`} role="option" aria-selected={index === at} onPointerMove={() => mark(index)} onClick={() => does(command)}
            ref={index === at ? (row) => row?.scrollIntoView({ block: "nearest" }) : undefined}
          >
            <span className="grow">{command.label}{command.detail ? <small>{command.detail}</small> : null}</span>
            {command.group ? <span className="faint tiny">{command.group}</span> : null}
            {command.keys ? <kbd>{command.keys}</kbd> : null}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="palette-none" role="status">Nothing by that name. Try another word, or part of one.</p> : null}
    </>
  );
}
