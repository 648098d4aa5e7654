import { findDates } from './fact-dates.ts';
import { subjectOf } from './fact-subjects.ts';
import { aimOf, comparatorOf, type FactScope, typeOf } from './fact-types.ts';
import { sourceRange } from './mapped.ts';
import type { Block, BlockKind, Citation, Fact, FactDraft, FactType, Range } from './model.ts';
import { foldDigits, hanValue } from './numerals.ts';
import { findQuantities } from './quantities.ts';

export interface FactContext {
  /** The year a report or a plan speaks for: due date of its targets; null when there is none. */
  readonly horizon: string | null;
  readonly citations: readonly Citation[];
}

/** Sentences of a text: up to 。！？ */
function sentencesOf(text: string): readonly Range[] {
  const found: Range[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!'。！？'.includes(text[i] ?? '')) continue;
    found.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

/**
 * Targets, amounts, deadlines and the like of a document, each with its sentence. Quantities inside citations
 * and numbers that are names are left out. Hedges become the comparator; `raw` is what is printed.
 */
export function findFacts(blocks: readonly Block[], context: FactContext): readonly Fact[] {
  const cited = new Map<string, Range[]>();
  for (const c of context.citations) cited.set(c.blockId, [...(cited.get(c.blockId) ?? []), c.text]);
  const past = sectionsOfThePast(blocks);
  return blocks.flatMap((block) => {
    if (block.kind === 'contents' || block.kind === 'number') return [];
    const taken = cited.get(block.id) ?? [];
    const facts: Fact[] = [];
    const asOf = /截至(\d{4})年/.exec(block.text)?.[1] ?? null;
    let due: string | null = null;
    for (const sentence of sentencesOf(block.text)) {
      const text = foldDigits(block.text.slice(sentence.start, sentence.end));
      due = /到(\d{4})年/.exec(text)?.[1] ?? due;
      const scope: Scope = {
        text,
        asOf,
        lookBack: past.has(block.parentId),
        due: due ?? context.horizon,
        planned: context.horizon !== null,
        aimedFrom: aimOf(text),
      };
      for (const draft of draftsOf(scope, block.kind, context.horizon)) {
        const place = { start: sentence.start + draft.text.start, end: sentence.start + draft.text.end };
        if (taken.some((t) => t.start < place.end && place.start < t.end)) continue;
        facts.push({
          ...draft,
          blockId: block.id,
          text: place,
          source: sourceRange(block.positions, place.start, place.end),
          raw: block.text.slice(place.start, place.end),
          sentence,
        });
      }
    }
    return facts;
  });
}

/** Headings of what was done, and those under them: 2023年工作回顾, 发展基础. */
function sectionsOfThePast(blocks: readonly Block[]): ReadonlySet<string | null> {
  const past = new Set<string | null>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const named = /回顾|回顧|成就|成效|发展基础|完成情况|工作总结/.test(block.text);
    if (named || (block.parentId !== null && past.has(block.parentId))) past.add(block.id);
  }
  return past;
}

interface Scope extends FactScope {
  readonly due: string | null;
}

/** Days first, then what is said in words: a quantity inside one of them is a part of it. */
function draftsOf(scope: Scope, kind: BlockKind, horizon: string | null): readonly FactDraft[] {
  const { text } = scope;
  const fixed = apart([...findDates({ text, kind, horizon }), ...frequencies(text), ...worded(text)]);
  return apart([...fixed, ...quantities(scope)], new Set(fixed));
}

/** In order, without those that overlap one before them or one of `kept`. */
function apart(drafts: readonly FactDraft[], kept: ReadonlySet<FactDraft> = new Set()): readonly FactDraft[] {
  const sorted = [...drafts].sort((a, b) => a.text.start - b.text.start || b.text.end - a.text.end);
  const found: FactDraft[] = [];
  for (const draft of sorted) {
    while (kept.has(draft) && (found.at(-1)?.text.end ?? 0) > draft.text.start) found.pop();
    if ((found.at(-1)?.text.end ?? 0) <= draft.text.start) found.push(draft);
  }
  return found;
}

/** 每年, 每两年, 按季; not 每人每月 (a rate), 每年的 (of each year). */
const FREQUENCY =
  /(?<![每一]\p{Script=Han})每(半|[一两兩二三四五六]|\d)?(?:个)?(年|季度|学期|月|周|日|天)(?!的|均|报刊)|按(年|季度|季|月|周)(?![龄齡度轮])|(半|[一两三四五])年(?=[一两]次)/gu;
const SPANS: Readonly<Record<string, string>> = {
  年: 'year',
  季度: 'quarter',
  季: 'quarter',
  月: 'month',
};

/** How often something is done: `value` is the length of the period in units of `unit`. */
function frequencies(text: string): readonly FactDraft[] {
  return [...text.matchAll(FREQUENCY)].map((match) => {
    const [raw, count, every, by, once] = match;
    const span = every ?? by ?? '年';
    const end = match.index + raw.length;
    return {
      text: { start: match.index, end },
      type: 'frequency' as const,
      subject: /^\p{Script=Han}{2,12}/u.exec(text.slice(end))?.[0] ?? null,
      comparator: '=' as const,
      value: periodOf(count ?? once ?? '一'),
      unit: SPANS[span] ?? span,
      due: null,
    };
  });
}

function periodOf(count: string): string {
  return count === '半' ? '0.5' : String(hanValue(count) ?? Number(count));
}

const WORDED: readonly (readonly [RegExp, FactType, string, string])[] = [
  [/免征\p{Script=Han}{1,6}税|零税率/gu, 'tax-rate', '0', '%'],
  [/减半征收\p{Script=Han}{1,6}税/gu, 'tax-rate', '50', '%'],
  [/(?:全国|全國|全市|全省|全区|全球|世界|亚洲)第一(?![个批次家轮届条线])/g, 'ranking', '1', '名'],
];

/** Values that are said in words: 免征营业税, 全市第一. */
function worded(text: string): readonly FactDraft[] {
  return WORDED.flatMap(([pattern, type, value, unit]) =>
    [...text.matchAll(pattern)].map((match) => ({
      text: { start: match.index, end: match.index + match[0].length },
      type,
      subject: /\p{Script=Han}{1,6}税$/u.exec(match[0].replace(/^(免征|减半征收)/, ''))?.[0] ?? null,
      comparator: '=' as const,
      value,
      unit,
      due: null,
    })),
  );
}

function quantities(scope: Scope): readonly FactDraft[] {
  return findQuantities(scope.text).map((q) => {
    const type = typeOf(scope, q);
    const due = type === 'target' ? scope.due : type === 'baseline' ? scope.asOf : null;
    return {
      text: { start: q.start, end: q.end },
      type,
      subject: subjectOf(scope.text, q),
      comparator: comparatorOf(scope.text, q),
      value: q.value,
      unit: q.unit,
      due,
    };
  });
}
