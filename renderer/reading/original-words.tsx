import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DocumentSummary } from '../../preload/contract/index.ts';
import { type ChangedWord, changedWords } from '../domain/conversion/index.ts';
import { type DisplayedText, languageTag } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import type { Parts } from './parts.ts';
import type { AskedOriginal } from './use-original-words.ts';

type Props = {
  readonly asked: AskedOriginal;
  readonly parts: Parts;
  readonly displayed: DisplayedText;
  readonly document: DocumentSummary;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
};

const gap = 6;

/** Converted words with what the source has in their place. It lies over the page; the text itself is not touched. */
export function OriginalWords({ asked, parts, displayed, document, onEnter, onLeave }: Props) {
  const t = useText();
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const words = useMemo(() => wordsOf(asked, parts, displayed), [asked, parts, displayed]);
  useLayoutEffect(() => {
    const { width = 0, height = 0 } = card.current?.getBoundingClientRect() ?? {};
    const { left, right, top, bottom } = asked.box;
    const below = bottom + gap + height < window.innerHeight;
    setPlace({
      left: Math.max(8, Math.min((left + right - width) / 2, window.innerWidth - width - 8)),
      top: below ? bottom + gap : Math.max(8, top - gap - height),
    });
  }, [asked]);
  const stored = languageTag(document, 'original');
  const shown = languageTag(document, 'converted');
  return (
    <div
      ref={card}
      className={`original-words original-by-${asked.by}`}
      role="status"
      // A long list can be scrolled by keys.
      tabIndex={asked.by === 'key' ? 0 : undefined}
      style={place}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {asked.by === 'key' && (
        <p className="passage-kind">{t(words.length === 0 ? 'original.noWords' : 'original.words')}</p>
      )}
      {words.map((word) => (
        <span key={`${word.shown} ${word.original}`} className="original-word">
          <span lang={shown}>
            <Differing word={word.shown} other={word.original} />
          </span>
          <span className="visually-hidden">{t('original.wordOf')}</span>
          <span className="original-arrow" aria-hidden="true">
            ←
          </span>
          <span lang={stored}>
            <Differing word={word.original} other={word.shown} />
          </span>
        </span>
      ))}
    </div>
  );
}

/** A word with the characters set off that the other form writes differently. */
function Differing({ word, other }: { readonly word: string; readonly other: string }) {
  const others = [...other];
  return [...word].map((character, at) =>
    character === others[at] ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place in the word
      <span key={at}>{character}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place in the word
      <b key={at}>{character}</b>
    ),
  );
}

function wordsOf(
  { ranges }: AskedOriginal,
  parts: Parts,
  displayed: DisplayedText,
): readonly Pick<ChangedWord, 'shown' | 'original'>[] {
  const found = new Map<string, ChangedWord>();
  for (const { blockId, start, end } of ranges) {
    const block = parts.partOf(blockId)?.blocks.find(({ id }) => id === blockId);
    const converted = displayed.get(blockId);
    if (block === undefined || converted === undefined) continue;
    for (const word of changedWords(block.text, converted, start, end))
      found.set(`${word.shown} ${word.original}`, word);
  }
  return [...found.values()];
}
