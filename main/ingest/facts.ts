import { sourceRange } from './mapped.ts';
import { isoDate } from './metadata.ts';
import type { Block, Citation, Fact, FactType, Range } from './model.ts';
import { findQuantities, type Quantity } from './quantities.ts';

export interface FactContext {
  /** The year a report or a plan speaks for: due date of its targets; null when there is none. */
  readonly horizon: string | null;
  readonly citations: readonly Citation[];
}

type Draft = Omit<Fact, 'blockId' | 'source' | 'sentence' | 'raw'>;

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
  return blocks.flatMap((block) => {
    if (block.kind === 'contents' || block.kind === 'number') return [];
    const taken = cited.get(block.id) ?? [];
    const facts: Fact[] = [];
    const asOf = /截至(\d{4})年/.exec(block.text)?.[1] ?? null;
    let due: string | null = null;
    for (const sentence of sentencesOf(block.text)) {
      const text = block.text.slice(sentence.start, sentence.end);
      due = /到(\d{4})年/.exec(text)?.[1] ?? due;
      const scope: Scope = {
        text,
        block,
        asOf,
        due: due ?? context.horizon,
        planned: context.horizon !== null,
      };
      const drafts = [...dates(scope), ...quantities(scope), ...frequencies(scope), ...worded(scope.text)];
      for (const draft of drafts.sort((a, b) => a.text.start - b.text.start)) {
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

interface Scope {
  readonly text: string;
  readonly block: Block;
  /** The year of a stocktaking paragraph (截至2020年底…). */
  readonly asOf: string | null;
  readonly due: string | null;
  readonly planned: boolean;
}

const DAY = /\d{4}年\d{1,2}月\d{1,2}日/g;

function dates(scope: Scope): readonly Draft[] {
  const drafts: Draft[] = [];
  const add = (
    start: number,
    length: number,
    type: FactType,
    value: string,
    comparator: Fact['comparator'],
    unit: string,
  ): void => {
    drafts.push({
      text: { start, end: start + length },
      type,
      subject: null,
      comparator,
      value,
      unit,
      due: value.slice(-10),
    });
  };
  for (const match of scope.text.matchAll(DAY)) {
    const value = isoDate(match[0]) ?? '';
    const before = scope.text.slice(Math.max(0, match.index - 8), match.index);
    const after = scope.text.slice(match.index + match[0].length, match.index + match[0].length + 6);
    if (/自$/.test(before) && /^起(施行|实施|执行|生效)/.test(after))
      add(match.index, match[0].length, 'effective', value, '=', 'date');
    else if (/(至|截止|延长至|延至)$/.test(before))
      add(match.index, match[0].length, 'expiry', value, '<=', 'date');
    else if (/(由|从)$/.test(before)) add(match.index, match[0].length, 'baseline', value, '=', 'date');
    else if (scope.block.kind === 'date') add(match.index, match[0].length, 'issued', value, '=', 'date');
  }
  for (const match of scope.text.matchAll(/到(\d{4})年(?!\d|\d*月)(?:末|底)?/g)) {
    add(match.index, match[0].length, 'target-deadline', match[1] ?? '', '<=', 'year');
  }
  for (const match of scope.text.matchAll(/(\d{4})[-—](\d{4})年/g)) {
    drafts.push({
      text: { start: match.index, end: match.index + match[0].length },
      type: 'plan-period',
      subject: null,
      comparator: 'range',
      value: `${match[1] ?? ''}-${match[2] ?? ''}`,
      unit: 'year',
      due: match[2] ?? null,
    });
  }
  return drafts;
}

function frequencies(scope: Scope): readonly Draft[] {
  return [...scope.text.matchAll(/每年|每季度|每月|按季|按月/g)].map((match) => ({
    text: { start: match.index, end: match.index + match[0].length },
    type: 'frequency' as const,
    subject: /^\p{Script=Han}{2,12}/u.exec(scope.text.slice(match.index + match[0].length))?.[0] ?? null,
    comparator: '=' as const,
    value: '1',
    unit: /年/.test(match[0]) ? 'year' : /季/.test(match[0]) ? 'quarter' : 'month',
    due: null,
  }));
}

const WORDED: readonly (readonly [RegExp, FactType, string, string])[] = [
  [/免征\p{Script=Han}{1,6}税|零税率/gu, 'tax-rate', '0', '%'],
  [/(?:全国|全市|全球|世界)第一(?![个批次家轮])/g, 'ranking', '1', '名'],
];

/** Values that are said in words: 免征营业税, 全市第一. */
function worded(text: string): readonly Draft[] {
  return WORDED.flatMap(([pattern, type, value, unit]) =>
    [...text.matchAll(pattern)].map((match) => ({
      text: { start: match.index, end: match.index + match[0].length },
      type,
      subject: /\p{Script=Han}{1,6}税$/u.exec(match[0].replace(/^免征/, ''))?.[0] ?? null,
      comparator: '=' as const,
      value,
      unit,
      due: null,
    })),
  );
}

function quantities(scope: Scope): readonly Draft[] {
  return findQuantities(scope.text).map((q) => {
    const type = typeOf(scope, q);
    const dated = type === 'target' ? scope.due : type === 'baseline' ? scope.asOf : null;
    return {
      text: { start: q.start, end: q.end },
      type,
      subject: subjectOf(scope.text, q),
      comparator: comparatorOf(scope.text, q),
      value: q.value,
      unit: q.unit,
      due: dated,
    };
  });
}

/** Also 不少于总学分的50%, where what is measured stands in between. */
const AT_LEAST = /(不低于|不少于|不小于|至少|不得低于|不得少于)(\p{Script=Han}{2,24}的)?$/u;
const AT_MOST = /(不超过|不高于|不多于|最多|不得超过|最高)$/;

function comparatorOf(text: string, q: Quantity): Fact['comparator'] {
  if (q.isRange) return 'range';
  const before = text.slice(Math.max(0, q.start - 32), q.start).trimEnd();
  const after = text.slice(q.end, q.end + 4);
  if (AT_LEAST.test(before) || /^(及以上|以上|或以上)/.test(after) || q.more) return '>=';
  if (AT_MOST.test(before) || /^(以内|以下|之内|及以下|额度内)/.test(after)) return '<=';
  if (/(超过|突破|高于|超|大于)$/.test(before)) return '>';
  if (/(低于|少于|不足)$/.test(before)) return '<';
  if (/^左右/.test(after) || /(约|大约|(?<!最)近)$/.test(before)) return '~';
  return q.sort === 'time' && after.startsWith('内') ? '<=' : '=';
}

function typeOf(scope: Scope, q: Quantity): FactType {
  const { text } = scope;
  const before = text.slice(Math.max(0, q.start - 32), q.start).trimEnd();
  const after = text.slice(q.end, q.end + 14);
  if (q.sort === 'points') return 'points';
  if (q.sort === 'rank') return 'ranking';
  if (scope.asOf !== null && q.sort !== 'time') return 'baseline';
  // 由30个工作日缩短至15个工作日: the first value is what was before.
  if (/(由|从|由现在的)$/.test(before) && /^(提高|缩短|降低|增加|延长|扩大|调整)(至|为|到)/.test(after))
    return 'baseline';
  if (q.sort === 'time') return timeType(before, after);
  if (q.sort === 'age') return 'threshold';
  if (/税率.{0,4}$/.test(before)) return 'tax-rate';
  if (AT_MOST.test(before) || /^(以内|为限|\p{Script=Han}{0,8}额度内)/u.test(after)) return 'limit';
  if (isTarget(scope, q)) return 'target';
  const bounded =
    AT_LEAST.test(before) || /^(及以上|以上)/.test(after) || /(达到|等于|超过).{0,14}$/.test(before);
  if (bounded && q.sort !== 'money') return 'threshold';
  if (bounded && /^(及以上|以上)/.test(after)) return 'threshold';
  if (bounded && /((额|资金).{0,4}(不低于|不少于)|达到)$/.test(before)) return 'threshold';
  if (q.sort === 'percent') return 'ratio';
  if (q.sort === 'money') return 'amount';
  return q.sort === 'multiple' ? 'threshold' : 'count';
}

function timeType(before: string, after: string): FactType {
  if (/(时限|认定时间|办理时间).{0,12}$/.test(before)) return 'time-limit';
  if (/(缩短|压缩)(至|为|到)$/.test(before))
    return /(工作日|时限).{0,8}$/.test(before) ? 'time-limit' : 'duration';
  if (after.startsWith('内') && !/(最近|未来|近)$/.test(before)) return 'time-limit';
  return 'duration';
}

function isTarget(scope: Scope, q: Quantity): boolean {
  const { text } = scope;
  if (/^\p{Script=Han}{0,8}[”"]?\+|\+$/u.test(text.slice(q.end, q.end + 9)) || text[q.start - 1] === '+')
    return false;
  if (/(力争|争取|到\d{4}年|新推出|提高至)/.test(text.slice(0, q.start))) return true;
  return scope.planned;
}

/** The noun next to a quantity: after a count (100家企业), before a share or an amount (养老金增长15%). */
function subjectOf(text: string, q: Quantity): string | null {
  const after = text.slice(q.end, q.end + 24).replace(/^(及以上|以上|左右|以内|以下|内)?(的)?/, '');
  const following = /^[“”\p{Script=Han}A-Za-z]{2,16}/u.exec(after)?.[0] ?? null;
  if (q.sort === 'count' && following !== null) return following;
  const before = text.slice(Math.max(0, q.start - 24), q.start);
  // What directly follows another number begins with that number's unit.
  const own = before.replace(
    /^.*\d(个工作日|个月|[年个家名项幢倍%]|[万亿]?元)?(及以上|以上|内)?(或者?|且)?/u,
    '',
  );
  const bare = own.replace(
    /(增长|增長|达到|達到|突破|超过|不低于|不少于|不超过|力争|至少|提高至|扩大至|达|為|为|由|从|等于|满|占|约|设立|新增|的)+$/u,
    '',
  );
  return /[“”\p{Script=Han}A-Za-z]{2,16}$/u.exec(bare)?.[0] ?? following;
}
