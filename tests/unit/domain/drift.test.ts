import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../preload/contract/default-settings.ts';
import type { Anchor, Block, DocumentContent, Settings } from '../../../preload/contract/index.ts';
import { fontSizes, themes, typefaces } from '../../../preload/contract/vocabulary.ts';
import {
  createAnchor,
  rangesIn,
  resolveAnchor,
  shownPieces,
} from '../../../renderer/domain/anchors/index.ts';
import { fold } from '../../../renderer/domain/fold/index.ts';
import {
  type Converted,
  type Converter,
  conversionFor,
  convertText,
  loadConverter,
} from '../../../renderer/domain/script/index.ts';
import { seedRepository } from '../../support/seed-library.ts';

// The five documents, one of them a compilation of fourteen, by the number that their ids begin with.
const documents = ['000', '001', '002', '003', '004'] as const;
const annotationsOfEach = 1000;
const sequences = 100;

/** What the user may change between two looks at the page; all of it is a setting, nothing of it is stored with a note. */
type Step =
  | { readonly change: 'script'; readonly to: 'original' | 'converted' }
  | { readonly change: 'theme'; readonly to: Settings['theme'] }
  | { readonly change: 'typography'; readonly to: Partial<Settings['typography']> };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    change: fc.constant('script' as const),
    to: fc.constantFrom('original' as const, 'converted' as const),
  }),
  fc.record({ change: fc.constant('theme' as const), to: fc.constantFrom(...themes) }),
  fc.record({
    change: fc.constant('typography' as const),
    to: fc.record({
      typeface: fc.constantFrom(...typefaces),
      fontSize: fc.integer({ min: fontSizes.smallest, max: fontSizes.largest }),
    }),
  }),
);

type Page = ReadonlyMap<string, { readonly shown: Converted; readonly texts: readonly ShownText[] }>;
type ShownText = { readonly start: number; readonly length: number; readonly text: string };

/** A document as the page shows it under some settings: one text for each block, for a table row one for each cell. */
function pageOf(contents: readonly DocumentContent[], settings: Settings, converter: Converter): Page {
  return new Map(
    contents.flatMap(({ document, blocks, cells }) =>
      blocks.map((block) => {
        const view = settings.scriptViews[document.id] ?? 'original';
        const shown = convertText(block.text, view === 'original' ? null : converter);
        const own = cells.filter(({ blockId }) => blockId === block.id);
        const ends = own.length === 0 ? [{ start: 0, end: block.text.length }] : own;
        const texts = ends.map((cell) => {
          const start = shown.map.toDisplay(cell.start);
          const text = shown.text.slice(start, shown.map.toDisplay(cell.end));
          return { start, length: text.length, text };
        });
        return [block.id, { shown, texts }] as const;
      }),
    ),
  );
}

function withStep(settings: Settings, { change, to }: Step, contents: readonly DocumentContent[]): Settings {
  switch (change) {
    case 'script':
      return {
        ...settings,
        scriptViews: Object.fromEntries(contents.map(({ document }) => [document.id, to])),
      };
    case 'theme':
      return { ...settings, theme: to };
    case 'typography':
      return { ...settings, typography: { ...settings.typography, ...to } };
  }
}

/** What is wrong with an anchor on a page, or null: the words under its paint must be its quote, as shown and as stored. */
function drift(anchor: Anchor, content: DocumentContent, page: Page, quotes: Quotes): string | null {
  if (resolveAnchor(content, anchor) !== 'exact') return 'stale';
  for (const range of rangesIn(content, anchor)) {
    const on = page.get(range.blockId);
    const stored = quotes.texts.get(range.blockId) ?? '';
    if (on === undefined) return 'not on the page';
    const { map } = on.shown;
    if (map.toOriginal(map.toDisplay(range.start)) !== range.start) return 'start';
    if (map.toOriginal(map.toDisplay(range.end)) !== range.end) return 'end';
    const pieces = shownPieces(range, map.toDisplay, on.texts);
    const painted = pieces.map(({ at, startOffset, endOffset }) => {
      const text = on.texts[at];
      if (text === undefined) return '';
      const words = text.text.slice(startOffset, endOffset);
      const from = map.toOriginal(text.start + startOffset);
      const to = map.toOriginal(text.start + endOffset);
      // In either script the words are the quote's: folding tells the scripts not apart.
      return quotes.same(words, stored.slice(from, to)) ? stored.slice(from, to) : words;
    });
    if (painted.join('') !== quotes.visible(range)) return `painted ${painted.join('|')}`;
  }
  return null;
}

/** The stored texts, and what of a range is on the page at all (a table row shows its cells, not what lies between). */
type Quotes = {
  readonly same: (shown: string, stored: string) => boolean;
  readonly texts: ReadonlyMap<string, string>;
  readonly visible: (range: {
    readonly blockId: string;
    readonly start: number;
    readonly end: number;
  }) => string;
};

/** Whether two texts are the same words in whichever script; remembered, since only two scripts are ever shown. */
const sameWords = (): Quotes['same'] => {
  const known = new Map<string, string>();
  return (shown, stored) => {
    if (known.get(shown) === stored) return true;
    if ([...shown].length !== [...stored].length || fold(shown) !== fold(stored)) return false;
    known.set(shown, stored);
    return true;
  };
};

function quotesOf(contents: readonly DocumentContent[]): Quotes {
  const texts = new Map<string, string>(
    contents.flatMap(({ blocks }) => blocks.map(({ id, text }) => [id, text])),
  );
  const cells = new Map<string, { start: number; end: number }[]>();
  for (const cell of contents.flatMap((content) => content.cells))
    cells.set(cell.blockId, [...(cells.get(cell.blockId) ?? []), cell]);
  return {
    texts,
    same: sameWords(),
    visible: ({ blockId, start, end }) => {
      const text = texts.get(blockId) ?? '';
      const own = cells.get(blockId);
      if (own === undefined) return text.slice(start, end);
      return own.map((cell) => text.slice(Math.max(start, cell.start), Math.min(end, cell.end))).join('');
    },
  };
}

describe('1,000 annotations through 100 sequences of script, typeface, size and theme', () => {
  const repository = seedRepository();

  it.each(documents)(
    '%s: none drifts from its words',
    async (number) => {
      const summaries = (await repository().opening()).documents.filter(({ id }) => id.startsWith(number));
      const contents = await Promise.all(summaries.map(({ id }) => repository().readDocument(id)));
      const script = contents[0]?.document.script ?? 'hans';
      const converter = await loadConverter(conversionFor(script));
      const quotes = quotesOf(contents);
      const places = contents.flatMap((content) =>
        content.blocks.filter(({ text }) => text.trim() !== '').map((block) => ({ content, block })),
      );
      const beginning = { ...defaultSettings, scriptViews: {} };
      const pages = {
        original: pageOf(contents, beginning, converter),
        converted: pageOf(
          contents,
          withStep(beginning, { change: 'script', to: 'converted' }, contents),
          converter,
        ),
      };

      // Marks as a user makes them: in the script that is shown, from one character to another, over up to four blocks.
      const annotation = fc
        .record({
          from: fc.nat(places.length - 1),
          blocks: fc.nat(3),
          one: fc.nat(),
          other: fc.nat(),
          view: fc.constantFrom('original' as const, 'converted' as const),
        })
        .map(({ from, blocks, one, other, view }) => {
          const first = places[from];
          const last = places[Math.min(places.length - 1, from + blocks)];
          if (first === undefined || last === undefined) return null;
          const within = last.content === first.content ? last : first;
          const placeIn = (block: Block, value: number) => {
            const { text, map } = pages[view].get(block.id)?.shown ?? { text: '', map: null };
            return { blockId: block.id, offset: map?.toOriginal(value % (text.length + 1)) ?? 0 };
          };
          const anchor = createAnchor(first.content, placeIn(first.block, one), placeIn(within.block, other));
          return anchor && { anchor, content: first.content };
        })
        .filter((made) => made !== null);
      const marks = fc.sample(annotation, { numRuns: annotationsOfEach, seed: 20_201_105 });
      expect(marks).toHaveLength(annotationsOfEach);
      const before = JSON.stringify(marks.map(({ anchor }) => anchor));

      let looks = 0;
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
          let settings: Settings = beginning;
          for (const each of steps) settings = withStep(settings, each, contents);
          const page = pageOf(contents, settings, converter);
          for (const { anchor, content } of marks) {
            const wrong = drift(anchor, content, page, quotes);
            if (wrong !== null) throw new Error(`${wrong}: ${anchor.exact}`);
            looks += 1;
          }
        }),
        { numRuns: sequences, seed: 20_211_122 },
      );
      expect(looks).toBe(annotationsOfEach * sequences);
      expect(JSON.stringify(marks.map(({ anchor }) => anchor))).toBe(before);
    },
    60_000,
  );
});
