import { Button, type ButtonKind } from "./button.tsx";
import { Dialog, DialogTrigger } from "./dialog.tsx";

interface ConfirmProps {
  /** The button that begins it. */
  label: string;
  /** Names the thing for readers, where several buttons say the same. */
  of?: string;
  title: string;
  /** What will happen, in full. */
  children: React.ReactNode;
  does: string;
  onConfirm: () => void;
  kind?: ButtonKind;
  isDisabled?: boolean;
}

/** Asks once before what cannot be taken back. */
export function Confirm({ label, of, title, children, does, onConfirm, kind = "quiet", isDisabled = false }: ConfirmProps) {
  return (
    <DialogTrigger>
      <Button low kind={kind} isDisabled={isDisabled} {...(of ? { "aria-label": `${label} ${of}` } : {})}>{label}</Button>
      <Dialog asks title={title} actions={(close) => <><Button kind="quiet" onPress={close}>Leave it</Button><Button kind="danger" onPress={() => { close(); onConfirm(); }}>{does}</Button></>}>{children}</Dialog>
    </DialogTrigger>
  );
}
