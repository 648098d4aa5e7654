import { X } from 'lucide-react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { PrintDialog } from '../export/index.ts';
import { useLibrary } from '../library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useSettings, useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { AboutText } from './about-text.tsx';
import { type DialogName, useDialogs } from './dialogs-store.ts';
import { SettingsPages } from './settings-pages.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';

/** The open dialog, over everything; Escape or a click beside it closes it and gives the focus back. */
export function Dialogs() {
  const t = useText();
  const open = useDialogs((state) => state.open);
  const show = useDialogs((state) => state.show);
  const language = useSettings((state) => state.settings.language);
  if (open === null) return null;
  return (
    // The few words that react-aria adds for screen readers are in the window's language.
    <I18nProvider locale={language}>
      <ModalOverlay
        className="dialog-back"
        isOpen
        isDismissable
        onOpenChange={(isOpen) => isOpen || show(null)}
      >
        <Modal className={`dialog dialog-${open}`}>
          <Dialog>
            <header className="dialog-head">
              <Heading slot="title">{t(`${open}.title`)}</Heading>
              <IconButton icon={X} label={t('dialog.close')} tip="left" onPress={() => show(null)} />
            </header>
            <Contents of={open} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

function Contents({ of }: { readonly of: DialogName }) {
  switch (of) {
    case 'settings':
      return <SettingsPages />;
    case 'shortcuts':
      return <ShortcutsHelp />;
    case 'about':
      return <AboutText />;
    case 'print':
      return <OpenDocumentPrint />;
  }
}

/** Over the open document; without one there is nothing to print. */
function OpenDocumentPrint() {
  const route = useNavigation((state) => state.route);
  const document = useLibrary((state) =>
    route.view === 'reader' ? state.byId.get(route.documentId) : undefined,
  );
  const show = useDialogs((state) => state.show);
  return document === undefined ? null : <PrintDialog document={document} onDone={() => show(null)} />;
}
