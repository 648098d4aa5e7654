import { squeeze } from './lines.ts';

const KINDS =
  /((?:三年|五年)?(?:若干措施|若干意见|实施意见|指导意见|意见|实施方案|行动方案|总体方案|行动计划|工作方案|方案|规划|管理办法|实施办法|试行办法|暂行办法|办法|实施细则|细则|工作指引|指引|条例|规定|决定|通知|公告|通告|批复|函|报告)(?:[(（](?:暂行|试行|修订)[)）])?)(?:[(（]\d{4}[-—]\d{4}年[)）])?$/;

/** The kind of a document (文种) by the end of its title: 若干意见, 管理办法(暂行), 通知 … */
export function kindOf(title: string): string | null {
  return KINDS.exec(squeeze(title))?.[1] ?? null;
}

/** A national body is among the issuers (人民银行上海分行 and other branches are not national bodies). */
export function isNational(issuers: readonly string[]): boolean {
  return issuers.some(
    (name) => /^(中国|中共中央|国家|国务院|最高人民|全国)/.test(name) && !/(分行|分局|监管局)$/.test(name),
  );
}
