import { Ellipsis, GripVertical } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import {
  Button,
  type DragPreviewRenderer,
  I18nProvider,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  useDrag,
} from 'react-aria-components';
import type { DocumentSummary } from '../../preload/contract/index.ts';
import { exportNotes } from '../export/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { dragType } from './drag-type.ts';
import { openRow } from './open-row.ts';
import { askShelf } from './shelf-question.ts';

/** Handlers of a row's drag, put where the row finds them once this module is here. */
export type RowDrag = React.HTMLAttributes<HTMLElement>;

type Props = {
  readonly document: DocumentSummary;
  readonly notes: number;
  /** Of the element with the title, which the short names of the buttons are about. */
  readonly titleId: string;
  readonly menuOpen: boolean;
  readonly onMenu: (open: boolean) => void;
  readonly drag: RefObject<RowDrag | null>;
};

/** The grip by which keys drag a row onto a folder, and the row's menu, which does the same without dragging; arrow keys lead to both. */
export function RowActions({ document, notes, titleId, menuOpen, onMenu, drag }: Props) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const { id, title } = document;
  const preview = useRef<DragPreviewRenderer>(null);
  const { dragProps, dragButtonProps } = useDrag({
    hasDragButton: true,
    preview,
    getItems: () => [{ [dragType.document]: id, 'text/plain': title }],
    getAllowedDropOperations: () => ['copy'],
  });
  useEffect(() => {
    drag.current = dragProps;
    // A whole row would cover the folders that it is dragged to.
    preview.current = (_items, show) => show(previewOf(title));
  });
  const actions = {
    open: () => openRow(id),
    beside: () => openRow(id, true),
    folders: () => askShelf({ kind: 'folders', documentId: id }),
    tags: () => askShelf({ kind: 'tags', documentId: id }),
    export: () => void exportNotes(id),
  };
  return (
    <I18nProvider locale={language}>
      <Button
        {...dragButtonProps}
        excludeFromTabOrder
        aria-label={t('library.drag')}
        aria-describedby={[titleId, dragButtonProps['aria-describedby']].filter(Boolean).join(' ')}
        className="row-button row-grip"
      >
        <GripVertical size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <MenuTrigger isOpen={menuOpen} onOpenChange={onMenu}>
        <Button
          excludeFromTabOrder
          className="row-button"
          aria-label={t('library.actions')}
          aria-describedby={titleId}
        >
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu
            className="menu"
            onAction={(key) => actions[key as keyof typeof actions]()}
            disabledKeys={notes === 0 ? ['export'] : []}
          >
            <MenuItem className="menu-item" id="open">
              {t('library.open')}
            </MenuItem>
            <MenuItem className="menu-item" id="beside">
              {t('library.openBeside')}
            </MenuItem>
            <MenuItem className="menu-item" id="folders">
              {t('folder.putInto')}
            </MenuItem>
            <MenuItem className="menu-item" id="tags">
              {t('tags.edit')}
            </MenuItem>
            <MenuItem className="menu-item" id="export">
              {t('library.exportNotes')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  );
}

/** A slip with the title; the browser takes its picture before the next frame, then it goes. */
function previewOf(title: string): HTMLElement {
  const slip = window.document.createElement('div');
  slip.className = 'drag-slip';
  slip.textContent = title;
  window.document.body.append(slip);
  setTimeout(() => slip.remove());
  return slip;
}
