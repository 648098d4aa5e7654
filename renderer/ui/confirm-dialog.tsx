import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

type Props = {
  readonly title: string;
  readonly detail: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that is hard to take back; the focus begins at the harmless answer. */
export function ConfirmDialog({ title, detail, confirm, cancel, onConfirm, onClose }: Props) {
  return (
    <ModalOverlay className="dialog-back" isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className="dialog dialog-confirm">
        <Dialog role="alertdialog" aria-describedby="confirm-detail">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
          </header>
          <p id="confirm-detail">{detail}</p>
          <div className="form-foot">
            {/* biome-ignore lint/a11y/noAutofocus: a dialog takes the focus */}
            <button type="button" className="button button-line" autoFocus onClick={onClose}>
              {cancel}
            </button>
            <button
              type="button"
              className="button button-main"
              onClick={() => {
                onConfirm();
                onClose();
              }}
            >
              {confirm}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
