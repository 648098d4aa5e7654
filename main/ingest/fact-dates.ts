import { fiveYearEnd } from './horizon.ts';
import { isoDate } from './metadata.ts';
import type { BlockKind, Fact, FactDraft, FactType } from './model.ts';
import { hanValue } from './numerals.ts';

/** 2018年12月31日, 2021年6月底, 2020年底, 2025年, with what bounds it: 前, 之前. */
const BY = /(?<![\d-])(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日|底|末|份)?|底|末)?(?:之前|以前|前)(?![后期])/g;
/** 到2020年, 至2025年末, 到2021年6月底; 2021年至2025年 is a period, 有效期至 an end, 截至 a look back. */
const UNTIL =
  /(?:到(\d{4})年(\d{1,2})月(?:底|末)?(?!\d|日)|(?<![年月日期截止\d])[到至](\d{4})年(?!\d|度|\d*月)(?:末|底)?)/g;
/** 6月底前, 10月31日前, 年底前 */
const MONTH_END = /(?<!\d年|\d)(?:(\d{1,2})月(?:(\d{1,2})日|底|末)|年底)(?:之前|以前|前)/g;
/** 第三季度末, 一季度前 */
const QUARTER_END = /第?([一二三四])季度(?:[末底](?:之前|以前|前)?|(?:之前|以前|前))/g;
const DAY =
  /\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g;
const PERIOD = /(\d{4})年?(?:[-—–~～至到]|——)(\d{4})年(?!\d|度|\d*月)/g;
/** 到“十四五”末 */
const PLAN_END = /到[“"]?十([一二三四五六])五[”"]?(?:时期|期)?末/g;

interface Place {
  readonly text: string;
  readonly kind: BlockKind;
  /** The year that the document speaks for. */
  readonly horizon: string | null;
}

/**
 * Days, deadlines and periods of a sentence. A day is a fact by the words around it, those of closing clauses
 * (R13: 自…起施行, 有效期至, 延至) and of the date line of an official letter (GB/T 9704: 成文日期).
 */
export function findDates(place: Place): readonly FactDraft[] {
  const { text } = place;
  return [
    ...days(place),
    ...[...text.matchAll(BY)].map((match) => deadline(match, partialDate(match))),
    ...[...text.matchAll(UNTIL)].map((match) => deadline(match, untilDate(match))),
    ...[...text.matchAll(MONTH_END)].map((match) => monthEnd(match, place.horizon)),
    ...[...text.matchAll(QUARTER_END)].map((match) => quarterEnd(match, place.horizon)),
    ...[...text.matchAll(PLAN_END)].map((match) => deadline(match, fiveYearEnd(match[1]) ?? '')),
    ...[...text.matchAll(PERIOD)].map((match) =>
      draft(match, 'plan-period', 'range', `${match[1]}-${match[2]}`, 'year', match[2] ?? null),
    ),
  ];
}

function days({ text, kind }: Place): readonly FactDraft[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const value = isoDate(match[0]) ?? '';
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    const after = text.slice(end, end + 8);
    const found = dayType(before, after, kind);
    return found === null ? [] : [draft(match, found[0], found[1], value, 'date', value)];
  });
}

function dayType(
  before: string,
  after: string,
  kind: BlockKind,
): readonly [FactType, Fact['comparator']] | null {
  if (/^起?(开始|正式)?(施行|实施|执行|生效|试行)/.test(after) && /[自从于]$/.test(before))
    return ['effective', '='];
  if (/^至\d{4}年/.test(after) && /(自|从|有效期为?|有效期限为?)$/.test(before)) return ['effective', '='];
  if (/(至|到|截止|截至|延长至|延至)$/.test(before) && !/^(?:之前|以前|前|起)/.test(after))
    return ['expiry', '<='];
  if (/[由从]$/.test(before) && /^(延|推迟|提前|调整)/.test(after)) return ['baseline', '='];
  return kind === 'date' ? ['issued', '='] : null;
}

/** 2018-12-31, 2021-06 or 2020, as much as is printed. */
function partialDate(match: RegExpMatchArray): string {
  const [, year = '', month, day] = match;
  return [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join(
    '-',
  );
}

function untilDate(match: RegExpMatchArray): string {
  const [, year, month = '', plain = ''] = match;
  return year === undefined ? plain : `${year}-${month.padStart(2, '0')}`;
}

function monthEnd(match: RegExpMatchArray, horizon: string | null): FactDraft {
  const [, month = '12', day] = match;
  return inYear(
    match,
    `${month.padStart(2, '0')}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`,
    horizon,
  );
}

function quarterEnd(match: RegExpMatchArray, horizon: string | null): FactDraft {
  const last = 3 * (hanValue(match[1] ?? '') ?? 4);
  return inYear(match, String(last).padStart(2, '0'), horizon);
}

/** Of the year that the document speaks for; where that is not known, of any year (ISO 8601: --06). */
function inYear(match: RegExpMatchArray, value: string, horizon: string | null): FactDraft {
  if (horizon !== null) return deadline(match, `${horizon}-${value}`);
  return draft(match, 'target-deadline', '<=', `--${value}`, value.length > 2 ? 'date' : 'month', null);
}

const UNITS: Readonly<Record<number, string>> = { 4: 'year', 7: 'month', 10: 'date' };

function deadline(match: RegExpMatchArray, value: string): FactDraft {
  return draft(match, 'target-deadline', '<=', value, UNITS[value.length] ?? 'year', value);
}

function draft(
  match: RegExpMatchArray,
  type: FactType,
  comparator: Fact['comparator'],
  value: string,
  unit: string,
  due: string | null,
): FactDraft {
  const start = match.index ?? 0;
  const text = { start, end: start + match[0].length };
  return { text, type, subject: null, comparator, value, unit, due };
}
