import { IngestError } from './errors.ts';
import type { ManifestDocument } from './manifest.ts';
import { sourceRange } from './mapped.ts';
import type { Block, Defect, PlacedDefect, Range } from './model.ts';

/** A passage must be at least so long to count as printed twice by mistake. */
const DOUBLED = 24;

/**
 * Places where the source itself is damaged: shown to the reader, never mended. By rule: censored words
 * (**), ` and ` between Chinese characters, a passage printed twice, words doubled across a page end.
 */
export function findDefects(source: string, blocks: readonly Block[]): readonly Defect[] {
  return blocks.flatMap((block) => [
    ...censored(block),
    ...foreignAnd(source, block),
    ...doubledPassage(block),
    ...doubledAtPageEnd(source, block),
  ]);
}

function at(block: Block, start: number, length: number): Range {
  return sourceRange(block.positions, start, start + length);
}

function censored(block: Block): readonly Defect[] {
  return [...block.text.matchAll(/\*{2,}/g)].map((m) => ({
    ...at(block, m.index, m[0].length),
    kind: 'censored',
    note: `来源以“${m[0]}”遮去文字`,
  }));
}

/** OCR reads 和 as “and”; blanks around it may be gone from the text, so the file is looked at. */
function foreignAnd(source: string, block: Block): readonly Defect[] {
  return block.ranges.flatMap((range) => {
    const text = source.slice(range.start, range.end);
    return [...text.matchAll(/(?<=\p{Script=Han})\s?and\s?(?=\p{Script=Han})/gu)].map((m) => {
      const from = range.start + m.index + m[0].indexOf('and');
      return { start: from, end: from + 3, kind: 'ocr', note: '“and”应为“和”' };
    });
  });
}

/** Linear: the first place of every run of `DOUBLED` units is kept. */
function doubledPassage(block: Block): readonly Defect[] {
  const { text } = block;
  const seen = new Map<string, number>();
  for (let i = 0; i + DOUBLED <= text.length; i += 1) {
    const key = text.slice(i, i + DOUBLED);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
      continue;
    }
    let length = DOUBLED;
    while (i + length < text.length && text[first + length] === text[i + length]) length += 1;
    // Repetition with other words in between is style, or a form of words that the law requires.
    if (first + length < i - 2) {
      i += length - 1;
      continue;
    }
    return [{ ...at(block, i, length), kind: 'duplicate', note: `此段重复印刷（${length}字）` }];
  }
  return [];
}

/** The last words of a page printed again at the head of the next: 股权、|股权、. */
function doubledAtPageEnd(source: string, block: Block): readonly Defect[] {
  return block.ranges.slice(1).flatMap((range, i) => {
    const before = block.ranges[i];
    if (before === undefined) return [];
    const tail = source.slice(Math.max(before.start, before.end - 12), before.end);
    for (let length = Math.min(12, tail.length); length >= 3; length -= 1) {
      const head = source.slice(range.start, range.start + length);
      if (head !== tail.slice(-length)) continue;
      const place = { start: range.start, end: range.start + length };
      return [{ ...place, kind: 'duplicate', note: `换页处“${head}”重复` }];
    }
    return [];
  });
}

/**
 * Defects that only reading could tell, declared in the manifest, and the mixed script of a converted text.
 * @throws IngestError `manifest` when the quoted words are not at the place
 */
export function declaredDefects(source: string, entry: ManifestDocument): readonly Defect[] {
  const quoted = entry.defects.map((d) => {
    const start = d.start ?? source.indexOf(d.quote);
    if (start < 0 || source.slice(start, start + d.quote.length) !== d.quote) {
      throw new IngestError(
        'manifest',
        entry.sourceFile,
        d.start ?? null,
        `the declared words are not there: ${d.quote}`,
      );
    }
    if (d.start === undefined && source.indexOf(d.quote, start + 1) >= 0) {
      throw new IngestError(
        'manifest',
        entry.sourceFile,
        start,
        `the declared words occur twice: ${d.quote}`,
      );
    }
    return { start, end: start + d.quote.length, kind: d.kind, note: d.note };
  });
  const mixed = entry.mixedScript;
  if (mixed === undefined) return quoted;
  const every = (words: readonly string[], note: (word: string) => string): readonly Defect[] =>
    words.flatMap((word) =>
      occurrences(source, word).map((p) => ({ ...p, kind: 'mixed-script', note: note(word) })),
    );
  return [
    ...quoted,
    ...every([...mixed.characters, ...mixed.words], (word) => `繁体文本中的简体字“${word}”`),
    ...every(mixed.overConverted, (word) => `“${word}”为过度转换`),
  ];
}

function occurrences(source: string, word: string): readonly Range[] {
  const found: Range[] = [];
  for (let at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

/**
 * Where the defects stand in the texts: the first block that each touches, and what of it is in that block's
 * text (UTF-16 units). Blocks must come in source order, as they do.
 */
export function placeDefects(defects: readonly Defect[], blocks: readonly Block[]): readonly PlacedDefect[] {
  const pieces = inSourceOrder(blocks.flatMap((block) => block.ranges.map((range) => ({ ...range, block }))));
  const ends = pieces.map((piece) => piece.end);
  return defects.map((defect) => {
    const piece = pieces[firstAbove(ends, defect.start)];
    if (piece === undefined || piece.start >= defect.end) return { ...defect, blockId: null, text: null };
    const { id, positions } = piece.block;
    const start = firstAbove(positions, defect.start - 1);
    const end = Math.max(start, firstAbove(positions, defect.end - 1));
    return { ...defect, blockId: id, text: { start, end } };
  });
}

/** Index of the first of the ascending `values` that is greater than `limit`; their number when none is. */
function firstAbove(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function inSourceOrder<T extends Range>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => a.start - b.start || a.end - b.end);
}
