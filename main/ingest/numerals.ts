const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GREAT: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** A numeral as it stands in a pattern. It begins with a digit or 十: 百亿 and 千家 name a class, not a number. */
export const HAN_NUMBER = '[一二两兩三四五六七八九十][零〇一二两兩三四五六七八九十百千万萬亿億]*';

/**
 * The number that Chinese numerals write: 三百二十 -> 320, 一万五千 -> 15000. Null for digits side by side
 * (二〇二一, 三五) and for anything else: those are years, names and figures of speech.
 */
export function hanValue(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const unit of text) {
    const plain = DIGITS[unit];
    if (plain !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = plain;
      continue;
    }
    const small = SMALL[unit];
    const great = GREAT[unit];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
    } else if (great !== undefined) {
      total = (total + section + (digit ?? 0)) * great;
      section = 0;
    } else {
      return null;
    }
    digit = null;
  }
  const value = total + section + (digit ?? 0);
  return value > 0 ? value : null;
}

/** Full-width digits, signs and points as ASCII, unit for unit, so that places stay the same. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９．％＋]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
}
