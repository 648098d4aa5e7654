export type QuantitySort = 'time' | 'percent' | 'money' | 'points' | 'rank' | 'multiple' | 'age' | 'count';

/** A printed quantity: number and unit, without the hedge around it (15%, 27萬老年人, 三年, 翻番). */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** Normalised: 27萬 -> 270000; 3-4 -> 3-4; 1/6 -> 1/6; 三年 -> 3. */
  readonly value: string;
  readonly unit: string | null;
  readonly sort: QuantitySort;
  readonly isRange: boolean;
  /** 6000多家, 100+ */
  readonly more: boolean;
}

export const TIME_UNITS =
  '个工作日|個工作日|工作日|个交易日|个自然日|个会计年度|个年度|个学年|学年|个季度|个月|個月|个星期|个小时|小时|小時|' +
  '分钟|分鐘|年|周(?![岁年边期])|天|日';
export const MONEY_UNITS = '美元|港元|欧元|日元|英镑|元人民币|元(?![素旦件宵])';

export function quantity(
  start: number,
  raw: string,
  value: string,
  unit: string | null,
  sort: QuantitySort,
): Quantity {
  return { start, end: start + raw.length, value, unit, sort, isRange: false, more: false };
}

/** 三年行动计划, 五年规划, 三年倍增: the name of a plan, not a time that runs. */
export function isPlanName(after: string): boolean {
  return /^(行动|行動|滚动|滾動|攻坚|倍增|计划|計劃|规划|規劃|方案)/.test(after);
}

/** 10日内, 30日前, 满15日: days that are counted, not the day of a month. */
export function isDays(before: string, after: string): boolean {
  if (/(?<![每当次本上])月\d*$/.test(before)) return false;
  return (
    /^(以内|之内|内|內|以上|以下|及以上|后|後|前|之前|的?期限|期限|拘留|缩短|压缩|压减|延长)/.test(after) ||
    /(满|滿|不超过|不得超过|不少于|不得少于|为期|期限为?|时限为?|至少|提前|(?:缩短|压缩|压减|延长)[至为到]?|(?<![当目月])前)$/.test(
      before,
    )
  );
}
