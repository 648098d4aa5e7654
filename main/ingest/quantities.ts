import { findHanQuantities } from './han-quantities.ts';
import {
  isDays,
  isPlanName,
  MONEY_UNITS,
  type Quantity,
  type QuantitySort,
  quantity,
  TIME_UNITS,
} from './quantity.ts';

const MULTIPLES: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  萬億: 1e12,
};

/** Measure words. What follows tells a word that only begins with one: 份额, 期间, 家庭. */
const MEASURES =
  '个百分点|平方公里|平方千米|平方米|平方英尺|立方米|公里|千米|公頃|公顷|亩|畝|吨标准煤|吨|噸|微克|毫克|公斤|千克|分贝|℃|千瓦时|千瓦|兆瓦|标准箱|标箱|' +
  'TEU|[kMG]W(?:h)?|[MG]bps|[TPGM]B|EFLOPS|套\\(間\\)|套\\(间\\)|人次|人天|架次|辆次|班次|户次|学时|课时|学分|床位|' +
  '(?:[个個項项幢所條艘架辆台座栋间艇宗笔例支只款类種种株棵米层班篇部首道股片对辈孔]|家(?!庭)|名(?![单录称义])|条(?![件例款])|处(?![理罚室长])|' +
  '處(?![理罰])|张(?!江)|張|戶|户(?![籍口外])|场(?![所景])|場(?![所景])|套|件|次(?![日月年性])|期(?![间限末货满内权])|' +
  '批(?![准次复])|份(?!额)|位(?![于列居]))(?!税)';
const PEOPLE =
  '(?![年月日号以由为和及或等起每按个的第])(?:(?![内內上下以的])\\p{Script=Han}){0,3}人(?![才民们們均员員工次口])';
/** 12件/万人, 2690元/月, 亿元/平方公里 */
const PER =
  '(?:[/／](?:[百千万]?(?:人|户|立方米|升|平方米|平方公里|公里|亩|公顷|吨|万元|亿元|元|年|月|日|天|小时|次|件|套|床|个)(?:[·/](?:年|月|天))?))?';
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const LOW_UNIT = '%|[万萬亿億]?元|[万萬亿億]|年|个月|天|日|个工作日|周岁|岁|倍|人|家|个|名|项|分';
const PATTERN = new RegExp(
  `(${NUMBER})(?:(${LOW_UNIT})?(?:[-—–~～至]|——)(${NUMBER}))?(多|余|餘)?(万亿|萬億|百亿|千亿|百万|千万|[万萬亿億])?[ \\u00a0]?` +
    `(?:多|余|餘)?(%|‰|${MONEY_UNITS}|${TIME_UNITS}|周岁|岁|倍|分(?![钟鐘之别类支级公部析])|强|${MEASURES}|${PEOPLE})(${PER})`,
  'gu',
);
/** Amounts in a list whose unit comes at its end: 超过10亿、20亿、50亿元. */
const LISTED = /(\d+(?:\.\d+)?)([万亿])(?=、\d+(?:\.\d+)?[万亿](?:、|元))/g;
const PLUS = /(?<=[“"])(\d+)\+(?=[”"])|(\d{2,})\+(?=[\p{Script=Han}”"])/gu;
const FRACTION = /(?<![\d/.A-Za-z年月])(\d{1,2})\/(\d{1,2})(?=以上|以下|左右|多|的|[，,。；;、)）]|$)/g;

/** All quantities of a text, in order, none inside another. Linear in the text's length. */
export function findQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [...findHanQuantities(text)];
  for (const match of text.matchAll(PATTERN)) {
    const quantity = toQuantity(text, match);
    if (quantity !== null) found.push(quantity);
  }
  for (const match of text.matchAll(LISTED)) {
    const [raw, digits = '', multiple = ''] = match;
    found.push(quantity(match.index, raw, scaled(digits, multiple), '元', 'money'));
  }
  for (const match of text.matchAll(PLUS)) {
    const digits = match[1] ?? match[2] ?? '';
    found.push({ ...quantity(match.index, match[0], digits, null, 'count'), more: true });
  }
  for (const match of text.matchAll(FRACTION)) {
    if (Number(match[1]) < Number(match[2]))
      found.push(quantity(match.index, match[0], match[0], null, 'percent'));
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((q, i) => !found.slice(Math.max(0, i - 3), i).some((p) => q.start < p.end));
}

function toQuantity(text: string, match: RegExpMatchArray): Quantity | null {
  const [raw, low = '', lowUnit = '', high, more, multiple = '', unit = '', per = ''] = match;
  const start = match.index ?? 0;
  const end = start + raw.length;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 6);
  if (isName(before, low, unit, after)) return null;
  const sort = sortOf(unit, before);
  if (sort === null) return null;
  const own = /^[万萬亿億]/.exec(lowUnit)?.[0] ?? multiple;
  const value = high === undefined ? scaled(low, multiple) : `${scaled(low, own)}-${scaled(high, multiple)}`;
  const people = /人$/.test(unit) ? '人' : unit;
  const hasMore = more !== undefined || /[多余餘]/.test(raw.slice(0, raw.length - unit.length));
  return { start, end, value, unit: people + per, sort, isRange: high !== undefined, more: hasMore };
}

/**
 * Digits that name something: 第2项, 前4项条件, 11号线, G60, 3+6, 2012年, 30周年, 7×24小时, 15分钟生活圈,
 * 3年行动计划. A 日 is a length of time only where the words around it say so.
 */
function isName(before: string, low: string, unit: string, after: string): boolean {
  if (/[A-Za-z\d.\-—〔/×]$/.test(before) || /第[\d、]*$/.test(before)) return true;
  if (/前$/.test(before) && /^[项款]$/.test(unit)) return true;
  if (/^(号线|號線|工作制)/.test(after) || /^\p{Script=Han}{0,4}圈/u.test(after)) return true;
  if (unit === '年') return isYear(low, after);
  if (unit === '日') return !isDays(before, after);
  return unit === '分' && !isPoints(before, after);
}

function isYear(low: string, after: string): boolean {
  return (Number(low) >= 1900 && Number(low) < 2200) || isPlanName(after) || /^(代|级|期|度)/.test(after);
}

function isPoints(before: string, after: string): boolean {
  return (
    /(积|加|扣|计|计为|得|减|满分|满分为|总分|总分为|得分|评分|赋|赋予|奖励|低于|高于|不少于|达到|达|满)$/.test(
      before,
    ) || /^(及以上|以上|以下|及以下|以内)/.test(after)
  );
}

function sortOf(unit: string, before: string): QuantitySort | null {
  if (/[%‰]|百分点/.test(unit)) return 'percent';
  if (/元|英镑/.test(unit)) return 'money';
  if (unit === '分') return 'points';
  if (unit === '强' || (/^[名位]$/.test(unit) && /前$/.test(before))) return 'rank';
  if (unit === '倍') return 'multiple';
  if (/岁$/.test(unit)) return 'age';
  if (new RegExp(`^(?:${TIME_UNITS})$`).test(unit)) return 'time';
  return 'count';
}

function scaled(digits: string, multiple: string): string {
  const value = Number(digits.replaceAll(',', '')) * (MULTIPLES[multiple] ?? 1);
  return String(Math.round(value * 1e6) / 1e6);
}
