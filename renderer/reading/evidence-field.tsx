import { ArrowUpRight } from 'lucide-react';
import type { BlockId, DocumentSummary } from '../../preload/contract/index.ts';
import { useLibrary } from '../library/index.ts';
import { languageTag } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import type { Known } from './information.ts';
import { jumpWithin } from './jump.ts';
import { bare, wordsIn } from './same-words.ts';

type Props = {
  readonly document: DocumentSummary;
  readonly label: string;
  readonly lang: string | undefined;
  readonly known: Known;
};

/** One field: its value, and whether the source says so (in which words, and where), or why it is thought so. */
export function EvidenceField({ document, label, lang, known: { value, basis, evidence } }: Props) {
  const t = useText();
  const quote = evidence?.quote ?? null;
  const said = t(basis === 'missing' ? 'field.unstated' : `field.${basis}`);
  const blockId = evidence?.blockId ?? null;
  return (
    <div className="information-field">
      <dt>{label}</dt>
      <dd className="information-basis">
        {blockId === null || quote === null ? (
          <span className={`basis basis-${basis}`}>{said}</span>
        ) : (
          <button
            type="button"
            className={`basis basis-${basis}`}
            onClick={() => goToQuote(document, blockId, quote)}
          >
            {said}
            <span className="visually-hidden">{` ${t('field.toPlace', { field: label })}`}</span>
            <ArrowUpRight size={12} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
      </dd>
      {value !== null && (
        <dd className="information-value" lang={lang}>
          {value}
        </dd>
      )}
      {quote !== null && (value === null || bare(quote) !== bare(value)) && (
        <dd className="information-quote" lang={languageTag(document, 'original')}>
          {quote}
        </dd>
      )}
      {evidence !== null && evidence.why !== null && (
        <dd className="information-why" lang={languageOf(evidence.why)}>
          {evidence.why}
        </dd>
      )}
    </div>
  );
}

/** The quote is the source's, the block's text is cleaned: its words are looked for without their spaces. */
function goToQuote({ id }: DocumentSummary, blockId: BlockId, quote: string): void {
  const block = useLibrary
    .getState()
    .contents.get(id)
    ?.blocks.find((each) => each.id === blockId);
  const same = block === undefined ? null : wordsIn(block.text, quote);
  jumpWithin(id, {
    blockId,
    offset: same?.start ?? 0,
    marks: same === null ? [] : [{ blockId, ...same }],
  });
}

/** Reasons are written by whoever described the document, in Chinese or in English. */
function languageOf(why: string): string {
  return /^\P{Script=Han}*$/u.test(why.slice(0, 12)) ? 'en' : 'zh-Hans';
}
