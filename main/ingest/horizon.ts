/** 2021-2023年, 2021年至2025年 */
const PERIOD = /\d{4}年?(?:[-—–~～至]|——)(\d{4})年/;
/** “十四五”规划: the plans run for five years, the fourteenth from 2021 to 2025. */
const FIVE_YEARS = /十([一二三四五六])五[”"]?/;
const YEARLY =
  /(\d{4})年\p{Script=Han}{0,16}(?:工作报告|工作要点|重点工作|工作计划|工作安排|实施计划|主要目标)/u;

/**
 * The year that a plan, a programme or a report on the tasks of a year speaks for, by its title: what it counts
 * are targets for that year. Null for a document of another kind, such as rules or measures.
 */
export function horizonOfTitle(title: string): string | null {
  const yearly = YEARLY.exec(title)?.[1];
  if (yearly !== undefined) return yearly;
  if (!/计划|計劃|方案|规划|規劃|纲要|綱要/.test(title)) return null;
  return PERIOD.exec(title)?.[1] ?? fiveYearEnd(FIVE_YEARS.exec(title)?.[1]);
}

/** The last year of a five-year plan, by its number among those from the eleventh: 四 (十四五) -> 2025. */
export function fiveYearEnd(plan: string | undefined): string | null {
  return plan === undefined ? null : String(2010 + '一二三四五六'.indexOf(plan) * 5);
}
