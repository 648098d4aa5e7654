import { ArrowLeft, CheckCheck, CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useNavigation } from '../platform/navigation.ts';
import { titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { accept } from './review-actions.ts';
import { ReviewItem } from './review-item.tsx';
import { useReview } from './review-store.ts';
import { type PendingGroup, usePending } from './use-pending.ts';

/** How many notes of a document are shown at first, and with every further step. */
const pageLength = 50;

/** The queue of notes that new editions moved, changed or left without a place: old and new side by side. */
export function ReviewView() {
  const t = useText();
  const { groups, problem } = usePending();
  const all = groups.flatMap(({ notes }) => notes);
  const moved = all.filter(({ carried }) => carried.state === 'moved');
  const go = useNavigation((state) => state.go);
  return (
    <main className="view" aria-labelledby="review-heading">
      <header className="view-head view-wide">
        <h1 id="review-heading">{t('review.title')}</h1>
        <p className="view-facts" role="status">
          {t('review.count', { count: all.length })}
        </p>
        <span className="view-actions note-actions">
          {moved.length > 0 && (
            <button
              type="button"
              className="button button-line"
              onClick={() => {
                void accept(moved.map(({ id }) => id)).then((done) => done && focusView());
              }}
            >
              <CheckCheck size={16} strokeWidth={1.75} aria-hidden="true" />
              {t('review.acceptMoved', { count: moved.length })}
            </button>
          )}
          <button type="button" className="button button-line" onClick={() => go({ view: 'notes' })}>
            <ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('review.back')}
          </button>
        </span>
      </header>
      <div className="view-body view-wide">
        {all.length === 0 ? (
          <StateMessage icon={CircleCheck} title={t('review.empty')} detail={t('review.emptyDetail')} />
        ) : problem !== null ? (
          <StateMessage
            icon={TriangleAlert}
            tone="problem"
            title={t('review.problem')}
            detail={t(`error.${problem}`)}
          />
        ) : (
          <>
            <p className="review-intro">{t('review.intro')}</p>
            {groups.map((group) => (
              <Group key={group.documentId} group={group} />
            ))}
          </>
        )}
      </div>
    </main>
  );
}

function Group({ group: { document, documentId, notes, content } }: { readonly group: PendingGroup }) {
  const t = useText();
  const editions = useReview((state) => state.editions);
  const [shown, setShown] = useState(pageLength);
  const title = document?.title ?? t('notes.unknownDocument', { id: documentId });
  const id = `review-of-${documentId}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="group-title" lang={document && titleLanguage(document)}>
        {t('workspace.group', { label: title, count: notes.length })}
      </h2>
      {document === undefined ? (
        <p className="review-hint">{t('review.gone')}</p>
      ) : content === null ? (
        <Skeleton label={t('reader.loading')} />
      ) : (
        notes
          .slice(0, shown)
          .map((note) => (
            <ReviewItem
              key={note.id}
              note={note}
              content={content}
              edition={editions.get(note.carried.from.editionHash) ?? null}
            />
          ))
      )}
      {content !== null && notes.length > shown && (
        <button type="button" className="button button-line" onClick={() => setShown(shown + pageLength)}>
          {t('review.more', { count: notes.length - shown })}
        </button>
      )}
    </section>
  );
}
