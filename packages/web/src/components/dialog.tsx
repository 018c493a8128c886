import { IconX } from "@tabler/icons-react";
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components";
import { IconButton } from "./button.tsx";
import "./dialog.css";

interface DialogProps {
  title: string;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Something is asked that cannot be taken back: a click beside it does not close. */
  asks?: boolean;
  wide?: boolean;
  actions?: (close: () => void) => React.ReactNode;
  children: React.ReactNode | ((close: () => void) => React.ReactNode);
}

/** Controlled by `isOpen`, or the second child of a `DialogTrigger` whose first is a button. On a phone it comes up from below. */
export function Dialog({ title, isOpen, onOpenChange, asks = false, wide = false, actions, children }: DialogProps) {
  return (
    <ModalOverlay className="veil" isDismissable={!asks} {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Modal className={`modal${wide ? " wide" : ""}`}>
        <AriaDialog className="dialog" role={asks ? "alertdialog" : "dialog"}>
          {({ close }) => (
            <>
              <header><Heading slot="title">{title}</Heading><IconButton icon={IconX} label="Close" low onPress={close} /></header>
              <div className="dialog-body">{typeof children === "function" ? children(close) : children}</div>
              {actions ? <footer>{actions(close)}</footer> : null}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface PopoverProps {
  label: string;
  /** A `Button` or an `IconButton`. */
  trigger: React.ReactNode;
  placement?: AriaPopoverProps["placement"] & string;
  children: React.ReactNode | ((close: () => void) => React.ReactNode);
}

export function Popover({ label, trigger, placement = "bottom start", children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={6}>
        <AriaDialog className="pop-body" aria-label={label}>{({ close }) => <>{typeof children === "function" ? children(close) : children}</>}</AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

export { DialogTrigger };
