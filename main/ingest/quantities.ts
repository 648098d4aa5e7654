/** A printed quantity: digits with their unit, without the hedge around it. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** Normalised: 27萬 -> 270000; 3-4 -> 3-4; 1/6 -> 1/6. */
  readonly value: string;
  readonly unit: string | null;
  readonly sort: 'time' | 'percent' | 'money' | 'points' | 'rank' | 'multiple' | 'age' | 'count';
  readonly isRange: boolean;
  /** 6000多家, 100+ */
  readonly more: boolean;
}

const MULTIPLES: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  千亿: 1e11,
  万亿: 1e12,
  萬億: 1e12,
};

const TIME = '个工作日|個工作日|工作日|个月|個月|小时|小時|分钟|分鐘|年|天|日';
const COUNT =
  '平方公里|平方米|公里|公頃|公顷|亩|畝|套\\(間\\)|套\\(间\\)|[个個家项項名幢所條条處处張张戶户場场套件次种種座台期批份吨噸](?!税)';
const NUMBER = '\\d+(?:\\.\\d+)?';
const PATTERN = new RegExp(
  `(${NUMBER})(?:[-—~～至](${NUMBER}))?(多|余|餘)?(万亿|萬億|千亿|千万|[万萬亿億])?[ \\u00a0]?` +
    `(%|％|美元|元人民币|元|${TIME}|周岁|岁|倍|分(?![钟鐘之])|强|${COUNT}|[\\u4e00-\\u9fff]{0,3}人(?![才民们均员工次]))`,
  'g',
);
/** Amounts in a list whose unit comes at its end: 超过10亿、20亿、50亿元. */
const LISTED = /(\d+(?:\.\d+)?)([万亿])(?=、\d+(?:\.\d+)?[万亿](?:、|元))/g;
/** 不少于半年 */
const HALF_YEAR = /半年(?![来前])/g;
const PLUS = /(?<=[“"])(\d+)\+(?=[”"])|(\d{2,})\+(?=\p{Script=Han}{2})/gu;
const FRACTION = /(?<=占\p{Script=Han}{1,4})\d\/\d/gu;

/** All quantities of a text, in order, none inside another. Linear in the text's length. */
export function findQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const quantity = toQuantity(text, match);
    if (quantity !== null) found.push(quantity);
  }
  for (const match of text.matchAll(LISTED)) {
    const [raw, digits = '', multiple = ''] = match;
    found.push(plain(match.index, raw.length, scaled(digits, multiple), '元', 'money'));
  }
  for (const match of text.matchAll(PLUS)) {
    const digits = match[1] ?? match[2] ?? '';
    found.push({ ...plain(match.index, match[0].length, digits, null, 'count'), more: true });
  }
  for (const match of text.matchAll(HALF_YEAR)) found.push(plain(match.index, 2, '0.5', '年', 'time'));
  for (const match of text.matchAll(FRACTION)) found.push(plain(match.index, 3, match[0], null, 'percent'));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((q, i) => !found.slice(Math.max(0, i - 3), i).some((p) => q.start < p.end));
}

function plain(
  start: number,
  length: number,
  value: string,
  unit: string | null,
  sort: Quantity['sort'],
): Quantity {
  return { start, end: start + length, value, unit, sort, isRange: false, more: false };
}

function toQuantity(text: string, match: RegExpMatchArray): Quantity | null {
  const [raw, low = '', high, more, multiple = '', unit = ''] = match;
  const start = match.index ?? 0;
  const end = start + raw.length;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 3);
  if (isName(before, low, unit, after)) return null;
  const value =
    high === undefined ? scaled(low, multiple) : `${scaled(low, multiple)}-${scaled(high, multiple)}`;
  const sort = sortOf(unit, before);
  if (sort === null) return null;
  const people = /人$/.test(unit) ? '人' : unit;
  return { start, end, value, unit: people, sort, isRange: high !== undefined, more: more !== undefined };
}

/** Digits that name something: 第2项, 前4项条件, 11号线, G60, 3+6, 2012年, 30周年. */
function isName(before: string, low: string, unit: string, after: string): boolean {
  if (/[A-Za-z\d.\-—〔/]$/.test(before)) return true;
  if (/第[\d、]*$/.test(before)) return true;
  if (/前$/.test(before) && unit === '项') return true;
  if (unit === '年' && Number(low) >= 1900) return true;
  if (/^(号线|號線)/.test(after) || after.startsWith('周年')) return true;
  if (unit === '日' || (unit === '家' && after.startsWith('庭'))) return true;
  if (unit === '年' && /^(代|级|期)/.test(after)) return true;
  return unit === '分' && !/积$/.test(before);
}

function sortOf(unit: string, before: string): Quantity['sort'] | null {
  if (/[%％]/.test(unit)) return 'percent';
  if (/元/.test(unit)) return 'money';
  if (unit === '分') return 'points';
  if (unit === '强' || (unit === '名' && /前$/.test(before))) return 'rank';
  if (unit === '倍') return 'multiple';
  if (/岁$/.test(unit)) return 'age';
  if (new RegExp(`^(?:${TIME})$`).test(unit)) return 'time';
  return 'count';
}

function scaled(digits: string, multiple: string): string {
  const factor = MULTIPLES[multiple] ?? 1;
  const value = Number(digits) * factor;
  return String(Math.round(value * 1e6) / 1e6);
}
