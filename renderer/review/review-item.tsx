import { memo, useMemo, useRef } from 'react';
import type { Anchor, DocumentContent, Edition } from '../../preload/contract/index.ts';
import { trashWithNotice } from '../annotations/index.ts';
import { paragraphMark } from '../domain/anchors/index.ts';
import {
  candidatesFor,
  compareQuoted,
  formerPassage,
  plainPieces,
  quotedIn,
} from '../domain/editions/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { ComparedText } from './compared-text.tsx';
import { accept, attach, chooseInText, detach, keepOnDocument } from './review-actions.ts';
import { focusAfter } from './review-focus.ts';
import type { Pending } from './review-store.ts';

type Props = {
  readonly note: Pending;
  readonly content: DocumentContent;
  /** The edition the note was made on; null when it was not kept. */
  readonly edition: Edition | null;
};

/** One note to look at: what it stood on, what it stands on now, and what can be done about it. */
export const ReviewItem = memo(function ReviewItem({ note, content, edition }: Props) {
  const t = useText();
  const item = useRef<HTMLElement>(null);
  const { state, from, score } = note.carried;
  const lang = languageTag(content.document, 'original');
  const { old, fresh } = useMemo(() => {
    const former = formerPassage(edition, from);
    const present = state === 'orphan' ? null : quotedIn(content.blocks, note.anchor);
    return present === null ? { old: plainPieces(former), fresh: null } : compareQuoted(former, present);
  }, [edition, from, state, content, note.anchor]);
  /** Does something that takes the note out of the queue; the focus goes on to the next. */
  const settle = async (act: Promise<boolean>): Promise<void> => {
    const goOn = focusAfter(item.current);
    if (await act) goOn();
  };
  const title = `review-${note.id}`;
  return (
    <article
      ref={item}
      className={`review-item review-${state}`}
      aria-labelledby={title}
      data-review={note.id}
    >
      <header className="review-head">
        <h3 id={title}>{t(`carried.${state}`)}</h3>
        <span className="review-score">
          {state === 'orphan'
            ? t('review.none')
            : t('review.score', { share: `${Math.floor(score * 100)}%` })}
        </span>
        {note.note !== '' && <span className="review-note">{t('review.note', { note: note.note })}</span>}
      </header>
      <div className="review-sides">
        <section aria-label={t('review.old')}>
          <h4>
            {t('review.old')}
            {from.headingPath.length > 0 && <span>{from.headingPath.at(-1)}</span>}
          </h4>
          <ComparedText pieces={old} side="old" lang={lang} />
          {edition === null && <p className="review-hint">{t('review.notKept')}</p>}
        </section>
        <section aria-label={t('review.new')}>
          <h4>
            {t('review.new')}
            {fresh !== null && <span>{note.anchor.headingPath.at(-1) ?? ''}</span>}
          </h4>
          {fresh === null ? (
            <Candidates
              note={note}
              content={content}
              onChoose={(anchor) => void settle(attach(note.id, anchor))}
            />
          ) : (
            <ComparedText pieces={fresh} side="new" lang={lang} />
          )}
        </section>
      </div>
      <footer className="review-actions">
        {state !== 'orphan' && (
          <button
            type="button"
            className="button button-main"
            data-first
            onClick={() => void settle(accept([note.id]))}
          >
            {t('review.accept')}
          </button>
        )}
        <button
          type="button"
          className="button button-line"
          data-first={state === 'orphan' || undefined}
          onClick={() => chooseInText(note, content)}
        >
          {t('review.choose')}
        </button>
        {state !== 'orphan' && (
          <>
            <button
              type="button"
              className="button button-line"
              onClick={() => openDocument(content.document.id, { ...note.anchor.start, marks: [] })}
            >
              {t('review.show')}
            </button>
            <button type="button" className="button button-line" onClick={() => void detach(note)}>
              {t('review.detach')}
            </button>
          </>
        )}
        <button
          type="button"
          className="button button-line"
          onClick={() => void settle(keepOnDocument(note, content))}
        >
          {t('review.keepOnDocument')}
        </button>
        <button
          type="button"
          className="button button-line"
          onClick={() => void settle(trashWithNotice(note))}
        >
          {t('review.trash')}
        </button>
      </footer>
    </article>
  );
});

type CandidatesProps = {
  readonly note: Pending;
  readonly content: DocumentContent;
  readonly onChoose: (anchor: Anchor) => void;
};

/** Places of the new edition that are like a note's former words; a person decides. */
function Candidates({ note, content, onChoose }: CandidatesProps) {
  const t = useText();
  const lang = languageTag(content.document, 'original');
  const { from } = note.carried;
  const found = useMemo(
    () =>
      candidatesFor(content, from).flatMap((anchor) => {
        const quoted = quotedIn(content.blocks, anchor);
        return quoted === null ? [] : [{ anchor, quoted }];
      }),
    [content, from],
  );
  if (found.length === 0) return <p className="review-hint">{t('review.noCandidate')}</p>;
  return (
    <>
      <p className="review-hint">{t('review.candidates')}</p>
      <ul className="review-candidates">
        {found.map(({ anchor, quoted }) => {
          const mark = paragraphMark(content, anchor.start.blockId);
          return (
            <li key={`${anchor.start.blockId} ${anchor.start.offset}`}>
              <ComparedText pieces={plainPieces(quoted)} side="new" lang={lang} />
              <button
                type="button"
                className="button button-line"
                aria-label={t('review.attachTo', { words: anchor.exact.slice(0, 30) })}
                onClick={() => onChoose(anchor)}
              >
                {mark === '' ? t('review.attach') : `${t('review.attach')} · ${mark}`}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
