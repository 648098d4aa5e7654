/**
 * Printed labels of headings and items (R1): `第X章` over `第X条`; `一、` over `（一）` over `1．` over `(1)` over `①`;
 * `——` hangs under whatever it stands in. Full-width and ASCII brackets, `．` and `.` are one style.
 */
export type LabelStyle = '部分' | '章' | '节' | '条' | '一、' | '(一)' | '1.' | '(1)' | '①' | '——';

export interface Label {
  readonly style: LabelStyle;
  /** 0 for a dash. */
  readonly value: number;
  /** Length of the printed label in the text it was read from. */
  readonly length: number;
  /** The label as it should read. */
  readonly repaired: string;
  /** True when the opening bracket is lost: `四)`. */
  readonly damaged: boolean;
}

const RANKS: Readonly<Record<LabelStyle, number>> = {
  部分: 0,
  章: 1,
  节: 1.5,
  条: 2,
  '一、': 3,
  '(一)': 4,
  '1.': 5,
  '(1)': 6,
  '①': 7,
  '——': 9,
};

export function rankOf(style: LabelStyle): number {
  return RANKS[style];
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 in Chinese numerals; 0 for anything else. */
export function chineseNumber(text: string): number {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (match === null || text === '') return 0;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? 0 : DIGITS.indexOf(tens + ones);
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

const HAN = '[一二三四五六七八九十]{1,3}';
const PATTERNS: readonly (readonly [LabelStyle, RegExp])[] = [
  ['部分', new RegExp(`^第(${HAN})部分(?=[\\s\\u00a0\\u3000:：]|$)`)],
  ['章', new RegExp(`^第(${HAN})章`)],
  ['节', new RegExp(`^第(${HAN})节(?=[\\s\\u00a0\\u3000]|$)`)],
  ['条', new RegExp(`^第(${HAN})条(?=[\\s\\u00a0\\u3000(（]|[^，,、。的第规所款至和])`)],
  ['一、', new RegExp(`^(${HAN})、`)],
  ['(一)', new RegExp(`^[(（](${HAN})[)）]`)],
  ['1.', /^([\d０-９]{1,3})[.．、](?![\d０-９])/],
  ['(1)', /^[(（]([\d０-９]{1,2})[)）]/],
  ['①', /^([①-⑳])/],
  ['——', /^(——)(?!—)/],
];
const DAMAGED: readonly (readonly [LabelStyle, RegExp])[] = [
  ['(一)', new RegExp(`^(${HAN})[)）]`)],
  ['(1)', /^(\d{1,2})[)）]/],
];

/** The label that `text` begins with, if any. */
export function readLabel(text: string): Label | null {
  for (const [style, pattern] of PATTERNS) {
    const found = match(style, pattern, text, false);
    if (found !== null) return found;
  }
  for (const [style, pattern] of DAMAGED) {
    const found = match(style, pattern, text, true);
    if (found !== null) return found;
  }
  return null;
}

function match(style: LabelStyle, pattern: RegExp, text: string, damaged: boolean): Label | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const inner = found[1] ?? '';
  const value = style === '——' ? 0 : (arabicNumber(inner) ?? circled(inner) ?? chineseNumber(inner));
  if (style !== '——' && value === 0) return null;
  const printed = found[0];
  const open = printed.endsWith('）') ? '（' : '(';
  return { style, value, length: printed.length, repaired: damaged ? open + printed : printed, damaged };
}

function circled(text: string): number | null {
  return /^[①-⑳]$/.test(text) ? text.charCodeAt(0) - 0x245f : null;
}

/** Full-width digits are digits. */
function arabicNumber(text: string): number | null {
  const plain = text.replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));
  return /^\d+$/.test(plain) ? Number(plain) : null;
}
