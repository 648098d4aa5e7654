import type { DictLike, LocalePreset } from 'opencc-js/core';
import * as toSimplified from 'opencc-js/preset/t2cn';
import { type Conversion, loadConverter } from '../script/index.ts';

/**
 * Why a character of a converted text wants a second look:
 * - `leftover`: it stands in the source as the other script writes it (范圍 in a traditional text);
 * - `overConverted`: it is converted, but the way back leads to another character (準入 → 准入 → 准入);
 * - `several`: the tables know several forms for it, and its words decided (著 → 着 or 著);
 * - `merged`: what is shown stands for several characters of the source (後 and 后 → 后).
 */
export type Doubt = 'leftover' | 'overConverted' | 'several' | 'merged';

/** A place in the stored text, in UTF-16 units. */
type DoubtfulPlace = { readonly text: number; readonly start: number; readonly end: number };

/** One character of the source as it is shown in these places. */
export type DoubtfulCharacter = {
  readonly doubt: Doubt;
  readonly original: string;
  readonly shown: string;
  /** Whether its words decided otherwise than the character alone would have been converted. */
  readonly byWord: boolean;
  /** What else it may be: of a leftover the form in its script, of several forms and merged ones all of them. */
  readonly others: readonly string[];
  /** `text` counts the texts that were given, from 0. */
  readonly places: readonly DoubtfulPlace[];
};

/** The kinds of doubt, the gravest first. */
export const doubts: readonly Doubt[] = ['leftover', 'overConverted', 'several', 'merged'];

/**
 * Finds what is doubtful in the conversion of stored texts: the kinds in their order, in each the most frequent
 * first. Fetches the tables of both directions; rejects when they cannot be loaded.
 */
export async function auditConversion(
  texts: readonly string[],
  conversion: Conversion,
): Promise<readonly DoubtfulCharacter[]> {
  const backwards: Conversion = conversion === 'hant-to-hans' ? 'hans-to-hant' : 'hant-to-hans';
  const [there, back, known] = await Promise.all([
    loadConverter(conversion),
    // The one use of a text that came out of a converter: only to see whether it would come back as it was.
    loadConverter(backwards),
    loadForms(),
  ]);
  const [forwards, sources] =
    conversion === 'hant-to-hans'
      ? [known.simplified, known.traditional]
      : [known.traditional, known.simplified];
  const found = new Map<string, Found>();
  texts.forEach((original, text) => {
    const shown = there.convert(original).text;
    const returned = [...back.convert(shown).text];
    const converted = [...shown];
    let start = 0;
    [...original].forEach((character, at) => {
      const end = start + character.length;
      const doubtful = doubtOf(
        { original: character, shown: converted[at] ?? character, returned: returned[at] ?? character },
        { forwards, sources, variants: known.variants },
      );
      if (doubtful !== null) note(found, doubtful, { text, start, end });
      start = end;
    });
  });
  return [...found.values()]
    .map(({ others, ...rest }) => ({
      ...rest,
      byWord: there.convert(rest.original).text !== rest.shown,
      others: [...others].sort(),
    }))
    .sort((a, b) => doubts.indexOf(a.doubt) - doubts.indexOf(b.doubt) || b.places.length - a.places.length);
}

type Found = Pick<DoubtfulCharacter, 'doubt' | 'original' | 'shown'> & {
  readonly others: Set<string>;
  readonly places: DoubtfulPlace[];
};

function note(found: Map<string, Found>, doubtful: Omit<Found, 'places'>, place: DoubtfulPlace): void {
  const { doubt, original, shown, others } = doubtful;
  const key = `${doubt} ${original} ${shown}`;
  const known = found.get(key);
  if (known === undefined) {
    found.set(key, { ...doubtful, places: [place] });
    return;
  }
  known.places.push(place);
  for (const other of others) known.others.add(other);
}

type Character = { readonly original: string; readonly shown: string; readonly returned: string };

type Forms = ReadonlyMap<string, ReadonlySet<string>>;
type Known = { readonly forwards: Forms; readonly sources: Forms; readonly variants: Forms };

function doubtOf(
  { original, shown, returned }: Character,
  { forwards, sources, variants }: Known,
): Omit<Found, 'places'> | null {
  // 裏 and 裡 are one character in two shapes; nobody can have meant the one and not the other.
  const differs = returned !== original && variants.get(original)?.has(returned) !== true;
  if (differs) {
    const doubt = original === shown ? 'leftover' : 'overConverted';
    return { doubt, original, shown, others: new Set([returned]) };
  }
  const forms = forwards.get(original);
  if (forms !== undefined && forms.size > 1)
    return { doubt: 'several', original, shown, others: new Set(forms) };
  const merged = original === shown ? undefined : sources.get(shown);
  return merged === undefined || merged.size < 2
    ? null
    : { doubt: 'merged', original, shown, others: new Set(merged) };
}

type AllForms = { readonly simplified: Forms; readonly traditional: Forms; readonly variants: Forms };
let forms: Promise<AllForms> | null = null;

/** The forms of every character that occur in the tables' characters and words, in both directions. */
function loadForms(): Promise<AllForms> {
  forms ??= import('opencc-js/preset/cn2t').then((toTraditional) =>
    formsOf(stagesOf(toTraditional, 's2tw'), stagesOf(toSimplified, 'tw2s')),
  );
  forms.catch(() => {
    forms = null;
  });
  return forms;
}

type Entry = readonly [from: string, to: string];

/**
 * Both directions go through OpenCC's own standard: s2tw to the standard, then to the shapes of Taiwan; tw2s from
 * these shapes to the standard, then to simplified. What is said of a character is in the shapes of Taiwan.
 */
function formsOf(
  [words = [], shapes = []]: readonly (readonly Entry[])[],
  [fromShapes = [], toSimple = []]: readonly (readonly Entry[])[],
): AllForms {
  const shapeOf = new Map(shapes.filter(([from]) => [...from].length === 1));
  const simpleOf = new Map(toSimple.filter(([from]) => [...from].length === 1));
  const traditional = new Counter();
  const simplified = new Counter();
  const variants = new Map<string, Set<string>>();
  for (const [from, to] of shapeOf) {
    variants.set(from, new Set([to]));
    variants.set(to, new Set([from]));
  }
  for (const [from, to] of words)
    traditional.pair(
      from,
      [...to].map((each) => shapeOf.get(each) ?? each),
    );
  for (const [from, to] of fromShapes)
    simplified.pair(
      from,
      [...to].map((each) => simpleOf.get(each) ?? each),
    );
  for (const [from, to] of toSimple) simplified.pair(from, [...to]);
  return { simplified: simplified.forms(), traditional: traditional.forms(), variants };
}

/** Counts which characters stand in the place of which. */
class Counter {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Each character of a word with the one in its place in the word's other form. */
  pair(from: string, to: readonly string[]): void {
    const characters = [...from];
    characters.forEach((character, at) => {
      const target = to[at];
      if (target === undefined) return;
      const own = this.#counts.get(character) ?? new Map<string, number>();
      // The table of characters speaks for itself; of the words a single one may be a slip.
      own.set(target, (own.get(target) ?? 0) + (characters.length === 1 ? 2 : 1));
      this.#counts.set(character, own);
    });
  }

  forms(): Forms {
    return new Map(
      [...this.#counts].map(([character, own]) => [
        character,
        new Set([...own].filter(([, count]) => count > 1).map(([target]) => target)),
      ]),
    );
  }
}

function stagesOf({ configs }: LocalePreset, name: string): readonly (readonly Entry[])[] {
  return (configs?.[name]?.conversionChain ?? []).map((stage) => stage.flatMap(entriesOf));
}

function entriesOf(dictionary: DictLike): readonly Entry[] {
  if (typeof dictionary !== 'string') return dictionary;
  return dictionary.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to] as const;
  });
}
