import { type RefObject, useEffect } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { Beside, DocumentId } from '../../preload/contract/index.ts';
import { useLibrary } from '../library/index.ts';
import { setBeside } from '../platform/navigation.ts';
import { scriptViewOf } from '../script/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { BesideDialog } from './beside-dialog.tsx';
import { useBesideChoice } from './beside-store.ts';

type Props = {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly documentId: DocumentId;
  readonly beside: Beside | undefined;
};

const close = (): void => useBesideChoice.setState({ open: null });

/** What can stand beside the open document; only what there is for it is offered. */
export function BesideMenu({ button, documentId, beside }: Props) {
  const t = useText();
  const open = useBesideChoice((state) => state.open);
  const content = useLibrary((state) => state.contents.get(documentId));
  const views = useSettings((state) => state.settings.scriptViews);
  const converted = content !== undefined && scriptViewOf(content.document, views) === 'converted';
  const tabular = (content?.cells.length ?? 0) > 0;
  // Whatever takes the button away takes its menu with it.
  useEffect(() => close, []);
  return (
    <>
      <Popover
        className="menu-popover"
        triggerRef={button}
        isOpen={open === 'menu'}
        onOpenChange={(isOpen) => isOpen || close()}
        placement="bottom end"
      >
        <Menu className="menu" aria-label={t('panes.menu')} autoFocus="first" onClose={() => undefined}>
          {converted && (
            <MenuItem
              className="menu-item"
              onAction={() => {
                close();
                setBeside({ kind: 'original' });
              }}
            >
              {t('panes.original')}
            </MenuItem>
          )}
          {tabular && (
            <MenuItem
              className="menu-item"
              onAction={() => {
                close();
                setBeside({ kind: 'table' });
              }}
            >
              {t('panes.table')}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={() => useBesideChoice.setState({ open: 'documents' })}>
            {t('panes.document')}
          </MenuItem>
          {beside !== undefined && (
            <MenuItem
              className="menu-item"
              onAction={() => {
                close();
                setBeside(null);
              }}
            >
              {t('panes.close')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
      {open === 'documents' && <BesideDialog onClose={close} />}
    </>
  );
}
