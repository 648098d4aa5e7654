import { MapPin } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import type { Anchor, Annotation, Place } from '../../preload/contract/index.ts';
import { changeWithNotice, useAnnotations } from '../annotations/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';
import { anchorsWithin, type Parts } from './parts.ts';
import { usePlacing } from './placing-store.ts';

type Props = {
  readonly parts: Parts;
  readonly selected: { readonly start: Place; readonly end: Place } | null;
};

/** At the foot of the text, while a place for a note is being chosen in it: what to do, and what it does. */
export function PlacingBar({ parts, selected }: Props) {
  const t = useText();
  const placing = usePlacing((state) => state.placing);
  const note = useAnnotations(({ annotations }) => (placing === null ? undefined : annotations.get(placing)));
  const here = note !== undefined && parts.ids.has(note.anchor.documentId) ? note : null;
  const hang = useCallback(async () => {
    const anchor = here === null || selected === null ? undefined : anchorOf(parts, here, selected);
    if (here === null || anchor === undefined || anchor.documentId !== here.anchor.documentId) return;
    const attach = (before: Annotation): Annotation => ({ ...before, anchor, carried: null });
    if (!(await changeWithNotice([here.id], attach, 'review.attached'))) return;
    usePlacing.setState({ placing: null });
    const left = [...useAnnotations.getState().annotations.values()].some(({ carried }) => carried !== null);
    if (left) useNavigation.getState().go({ view: 'review' });
  }, [here, parts, selected]);
  useEffect(() => {
    if (here === null) return;
    const keys = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const inControl = target?.closest('button, input, textarea, select, a, [role=toolbar]') != null;
      if (inControl || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' && selected !== null) {
        event.preventDefault();
        void hang();
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [here, selected, hang]);
  if (here === null) return null;
  return (
    <section className="placing-bar" aria-label={t('placing.label')}>
      <MapPin size={16} strokeWidth={1.75} aria-hidden="true" />
      <p>
        {t('placing.how')} <q>{here.anchor.exact.slice(0, 60)}</q>
      </p>
      <button
        type="button"
        className={`button ${selected === null ? 'button-line' : 'button-main'}`}
        disabled={selected === null}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void hang()}
      >
        {t('placing.hang')}
      </button>
      <button
        type="button"
        className="button button-line"
        onClick={() => {
          usePlacing.setState({ placing: null });
          useNavigation.getState().go({ view: 'review' });
        }}
      >
        {t('placing.cancel')}
      </button>
    </section>
  );
}

/** The anchor of a selection for a note; one on paragraphs takes all of those that are touched. */
function anchorOf(
  parts: Parts,
  { scope }: Annotation,
  { start, end }: NonNullable<Props['selected']>,
): Anchor | undefined {
  const last = parts.partOf(end.blockId)?.blocks.find(({ id }) => id === end.blockId);
  const whole = scope === 'paragraph';
  const from = whole ? { ...start, offset: 0 } : start;
  const until = whole ? { ...end, offset: last?.text.length ?? end.offset } : end;
  return anchorsWithin(parts, from, until, new Set())[0];
}
