import { X } from 'lucide-react';
import { useMemo } from 'react';
import {
  Autocomplete,
  Dialog,
  Heading,
  I18nProvider,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import type { DocumentId } from '../../preload/contract/index.ts';
import { fold } from '../domain/fold/index.ts';
import { useLibrary } from '../library/index.ts';
import { setBeside } from '../platform/navigation.ts';
import { titleLanguage } from '../script/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Chooses the document to stand beside the open one: a few letters of its title, number or issuer, then Enter. */
export function BesideDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const documents = useLibrary((state) => state.documents);
  const words = useMemo(
    () =>
      new Map(
        documents.map(({ id, title, documentNumber, issuer }) => [
          String(id),
          fold([title, documentNumber, issuer].filter((word) => word !== null).join(' ')),
        ]),
      ),
    [documents],
  );
  const choose = (key: string | number): void => {
    onClose();
    setBeside({ kind: 'document', documentId: String(key) as DocumentId });
  };
  return (
    <I18nProvider locale={language}>
      <ModalOverlay
        className="dialog-back"
        isOpen
        isDismissable
        onOpenChange={(isOpen) => isOpen || onClose()}
      >
        <Modal className="dialog dialog-beside">
          <Dialog>
            <header className="dialog-head">
              <Heading slot="title">{t('panes.choose')}</Heading>
              <IconButton icon={X} label={t('dialog.close')} tip="left" onPress={onClose} />
            </header>
            <Autocomplete
              filter={(_, query, { key }) => words.get(String(key))?.includes(fold(query)) === true}
            >
              <SearchField className="beside-search" aria-label={t('panes.filter')} autoFocus>
                <Input className="field" placeholder={t('panes.filter')} />
              </SearchField>
              <ListBox
                className="beside-list"
                aria-label={t('nav.library')}
                selectionMode="none"
                onAction={choose}
                renderEmptyState={() => <p className="body-list-empty">{t('panes.noneFound')}</p>}
              >
                {documents.map((document) => (
                  <ListBoxItem
                    key={document.id}
                    id={document.id}
                    textValue={document.title}
                    className="body-option"
                  >
                    <Text slot="label" lang={titleLanguage(document)}>
                      {document.title}
                    </Text>
                    <Text slot="description" className="body-option-facts">
                      {[document.documentNumber, document.issuer, document.issuedOn]
                        .filter((fact) => fact !== null)
                        .join(' · ')}
                    </Text>
                  </ListBoxItem>
                ))}
              </ListBox>
            </Autocomplete>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
