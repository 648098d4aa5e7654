import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { Block, DocumentSummary } from '../../preload/contract/index.ts';
import { type DoubtfulCharacter, sentenceAround } from '../domain/conversion/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag } from '../script/index.ts';
import { useText } from '../settings/index.ts';

/** A common character may stand in hundreds of places; more are shown on demand. */
const page = 100;

type Props = {
  readonly document: DocumentSummary;
  readonly blocks: readonly Block[];
  readonly doubtful: DoubtfulCharacter;
  readonly open: boolean;
  readonly onToggle: () => void;
};

/** One character with what it became, what else it may be, and on demand every place with its sentence. */
export function DoubtfulCard({ document, blocks, doubtful, open, onToggle }: Props) {
  const t = useText();
  const id = useId();
  const [limit, setLimit] = useState(page);
  const { original, shown, others, places, doubt, byWord } = doubtful;
  const stored = languageTag(document, 'original');
  const more = Math.min(places.length - limit, page);
  return (
    <li className="conversion-item">
      <button
        type="button"
        className="conversion-head"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
      >
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className="conversion-pair">
          <span lang={stored}>{original}</span>
          <span className="conversion-arrow">→</span>
          <span lang={languageTag(document, 'converted')}>{shown}</span>
        </span>
        <span className="conversion-others">
          {t(doubt === 'leftover' ? 'conversion.inItsScript' : 'conversion.forms', {
            forms: others.join('、'),
          })}
          {byWord && <span className="pill">{t('conversion.byWord')}</span>}
        </span>
        <span className="conversion-count">{t('count.places', { count: places.length })}</span>
      </button>
      {open && (
        <ul id={id} className="conversion-places" aria-label={`${original} → ${shown}`}>
          {places.slice(0, limit).map(({ text, start, end }) => {
            const block = blocks[text];
            if (block === undefined) return null;
            const { before, words, after } = sentenceAround(block.text, start, end);
            const go = (): void =>
              openDocument(
                block.documentId,
                { blockId: block.id, offset: start, marks: [{ blockId: block.id, start, end }] },
                document.id,
              );
            return (
              <li key={`${block.id} ${start}`}>
                <button type="button" className="conversion-place" lang={stored} onClick={go}>
                  {before}
                  <mark>{words}</mark>
                  {after}
                </button>
              </li>
            );
          })}
          {more > 0 && (
            <li>
              <button type="button" className="button button-line" onClick={() => setLimit(limit + page)}>
                {t('conversion.more', { count: more })}
              </button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}
