import { Target, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { BlockId, DocumentContent, Fact } from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import type { Converter } from '../domain/script/index.ts';
import { useDetails } from '../library/index.ts';
import { languageTag, useConverter, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { MarkedText } from '../ui/marked-text.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { shownFact } from './fact-text.ts';
import { FactValue } from './fact-value.tsx';
import { useWalk } from './use-walk.ts';

/** Characters of a sentence shown on either side of the value: a column is narrow. */
const contextLength = 28;

type FactPlace = {
  readonly blockId: BlockId;
  readonly offset: number;
  readonly marks: readonly BlockRange[];
};

type Props = {
  readonly content: DocumentContent;
  readonly onOpen: (place: FactPlace) => void;
};

/** The targets, amounts and deadlines of one document in the order of its text; each leads to its sentence. */
export function FactsPanel({ content, onOpen }: Props) {
  const t = useText();
  const { id } = content.document;
  const details = useDetails((state) => state.details.get(id));
  const failure = useDetails((state) => state.failures.get(id));
  const load = useDetails((state) => state.load);
  const [view] = useScriptView(content.document);
  const converter = useConverter(content.document, view);
  const list = useRef<HTMLOListElement>(null);
  const texts = useMemo(() => new Map(content.blocks.map((block) => [block.id, block.text])), [content]);
  useEffect(() => void load(id), [load, id]);
  useWalk(list);
  if (failure !== undefined) {
    return (
      <StateMessage
        icon={TriangleAlert}
        tone="problem"
        title={t('facts.cannotRead')}
        detail={t(`error.${failure}`)}
        action={{ label: t('problem.tryAgain'), run: () => void load(id) }}
      />
    );
  }
  if (details === undefined || converter === undefined) return <Skeleton label={t('facts.reading')} />;
  if (details.facts.length === 0) return <StateMessage icon={Target} title={t('facts.noneHere')} />;
  return (
    <ol ref={list} className="fact-cards" aria-label={t('panel.facts')}>
      {details.facts.map((fact) => (
        <li key={fact.id}>
          <FactCard
            fact={fact}
            sentence={(texts.get(fact.blockId) ?? '').slice(fact.sentenceStart, fact.sentenceEnd)}
            converter={converter}
            lang={languageTag(content.document, view)}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ol>
  );
}

type CardProps = Pick<Props, 'onOpen'> & {
  readonly fact: Fact;
  readonly sentence: string;
  readonly converter: Converter | null;
  readonly lang: string;
};

function FactCard({ fact, sentence, converter, lang, onOpen }: CardProps) {
  const t = useText();
  const shown = useMemo(
    () => shownFact(fact, sentence, converter, contextLength),
    [fact, sentence, converter],
  );
  const { blockId, start, end } = fact;
  return (
    <button
      type="button"
      className="fact-card"
      data-walk
      onClick={() => onOpen({ blockId, offset: start, marks: [{ blockId, start, end }] })}
    >
      <span className="fact-card-head">
        <span className="fact-value">
          <FactValue fact={fact} raw={shown.raw} lang={lang} />
        </span>
        <span className="fact-card-facts">
          {fact.due !== null && <span className="fact-due">{fact.due}</span>}{' '}
          <span className="pill">{t(`factType.${fact.type}`)}</span>
        </span>
      </span>
      <span className="fact-sentence" lang={lang}>
        <MarkedText pieces={shown.pieces} />
      </span>
    </button>
  );
}
