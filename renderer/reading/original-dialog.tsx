import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Defect, ErrorCode, Original, Repair } from '../../preload/contract/index.ts';
import { useDetails, useLibrary } from '../library/index.ts';
import { ask, codeOf } from '../platform/reader.ts';
import { useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useOriginal } from './original-store.ts';

const close = (): void => useOriginal.setState({ of: null });

/** A paragraph as it stands in the source file, with what was repaired for reading and what is damaged in it. */
export function OriginalDialog() {
  const t = useText();
  const of = useOriginal((state) => state.of);
  const [original, setOriginal] = useState<Original | ErrorCode | null>(null);
  const details = useDetails((state) => (of === null ? undefined : state.details.get(of.documentId)));
  const block = useLibrary((state) =>
    of === null ? undefined : state.contents.get(of.documentId)?.blocks.find(({ id }) => id === of.blockId),
  );
  useEffect(() => {
    setOriginal(null);
    if (of === null) return;
    let present = true;
    ask('library.readOriginal', of).then(
      (answer) => present && setOriginal(answer),
      (error: unknown) => present && setOriginal(codeOf(error)),
    );
    return () => {
      present = false;
    };
  }, [of]);
  if (of === null) return null;
  const repairs = details?.repairs.filter(({ blockId }) => blockId === of.blockId) ?? [];
  const defects = details?.defects.filter(({ blockId }) => blockId === of.blockId) ?? [];
  return (
    <ModalOverlay className="dialog-back" isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className="dialog dialog-original">
        <Dialog>
          <header className="dialog-head">
            <Heading slot="title">{t('original.title')}</Heading>
            <IconButton icon={X} label={t('dialog.close')} tip="left" onPress={close} />
          </header>
          {original === null ? (
            <Skeleton label={t('reader.loading')} />
          ) : typeof original === 'string' ? (
            <p role="alert">{t(`error.${original}`)}</p>
          ) : (
            <>
              <h3>{t('original.source', { file: original.sourceFile })}</h3>
              {original.pieces.map(({ sourceStart, sourceEnd, text }) => (
                <div key={sourceStart}>
                  <p className="passage-kind">
                    {t('original.place', { start: sourceStart, end: sourceEnd })}
                  </p>
                  <p className="original-text">{text}</p>
                </div>
              ))}
              <h3>{t('original.shown')}</h3>
              <p className="original-text">
                {block === undefined
                  ? ''
                  : `${block.kind === 'heading' ? (block.number ?? '') : ''}${block.text}${block.closing}`}
              </p>
              <Changes repairs={repairs} defects={defects} />
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Changes({
  repairs,
  defects,
}: {
  readonly repairs: readonly Repair[];
  readonly defects: readonly Defect[];
}) {
  const t = useText();
  const counts = Map.groupBy(repairs, ({ kind }) => kind);
  return (
    <>
      <h3>{t('original.repairs')}</h3>
      {repairs.length === 0 ? (
        <p>{t('original.noRepairs')}</p>
      ) : (
        <ul className="original-list">
          {[...counts].map(([kind, group]) => (
            <li key={kind}>{t(`repair.${kind}`, { count: group.length })}</li>
          ))}
        </ul>
      )}
      {defects.length > 0 && (
        <>
          <h3>{t('passage.defect')}</h3>
          <ul className="original-list">
            {defects.map(({ kind, note, start }) => (
              <li key={`${kind} ${start} ${note}`}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
