import { ArchiveRestore, CalendarCheck, Download, Highlighter, Tags, Trash2 } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Annotation } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { exportAsMarkdown } from '../export/index.ts';
import { useText } from '../settings/index.ts';
import { BulkActionForm } from './bulk-action-form.tsx';
import { changeNotes, restoreNotes, trashNotes } from './bulk-changes.ts';
import { BulkTagsForm } from './bulk-tags-form.tsx';
import { useMeanings } from './use-world.ts';
import { useWorkspace } from './workspace-store.ts';

type Props = {
  readonly selected: readonly Annotation[];
  readonly found: number;
  readonly onSelectFound: () => void;
  readonly onClear: () => void;
  readonly onErase: (notes: readonly Annotation[]) => void;
};

/** What can be done with the selected notes; each change is one step of the history and one write. */
export function BulkBar({ selected, found, onSelectFound, onClear, onErase }: Props) {
  const t = useText();
  const trash = useWorkspace((state) => state.filter.trash);
  const ids = (): readonly Annotation['id'][] => selected.map(({ id }) => id);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.bar')}>
      <span className="bulk-count">{t('bulk.selected', { count: selected.length })}</span>
      {trash ? (
        <>
          <button type="button" className="button" onClick={() => void restoreNotes(ids())}>
            <ArchiveRestore size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('trash.restore')}
          </button>
          <button type="button" className="button" onClick={() => onErase(selected)}>
            <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('trash.erase')}
          </button>
        </>
      ) : (
        <>
          <Bulk label={t('bulk.tags')} icon={Tags}>
            {(close) => <BulkTagsForm notes={selected} onClose={close} />}
          </Bulk>
          <Bulk label={t('bulk.colour')} icon={Highlighter}>
            {(close) => <Colours notes={selected} onClose={close} />}
          </Bulk>
          <Bulk label={t('bulk.action')} icon={CalendarCheck}>
            {(close) => <BulkActionForm notes={selected} onClose={close} />}
          </Bulk>
          <button
            type="button"
            className="button"
            onClick={() => void exportAsMarkdown({ annotationIds: ids() })}
          >
            <Download size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('bulk.export')}
          </button>
          <button type="button" className="button" onClick={() => void trashNotes(ids())}>
            <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('bulk.delete')}
          </button>
        </>
      )}
      <span className="bulk-space" />
      {selected.length < found && (
        <button type="button" className="button" onClick={onSelectFound}>
          {t('bulk.selectFound', { count: found })}
        </button>
      )}
      <button type="button" className="button" onClick={onClear}>
        {t('bulk.clear')}
      </button>
    </div>
  );
}

type BulkProps = {
  readonly label: string;
  readonly icon: typeof Tags;
  readonly children: (close: () => void) => React.ReactNode;
};

function Bulk({ label, icon: Icon, children }: BulkProps) {
  return (
    <DialogTrigger>
      <Button className="button">
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        {label}
      </Button>
      <Popover className="small-popover">
        <Dialog aria-label={label}>{({ close }) => children(close)}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type ColoursProps = { readonly notes: readonly Annotation[]; readonly onClose: () => void };

/** The styles by their meanings; one press changes all. */
function Colours({ notes, onClose }: ColoursProps) {
  const meaning = useMeanings();
  return (
    <ul className="colour-list">
      {markStyles.map((style) => (
        <li key={style}>
          <button
            type="button"
            className="button colour-choice"
            onClick={() => {
              onClose();
              void changeNotes(notes, { style });
            }}
          >
            <span className={`chip-dot chip-dot-${style}`} aria-hidden="true" />
            {meaning(style)}
          </button>
        </li>
      ))}
    </ul>
  );
}
