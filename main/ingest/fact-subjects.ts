import type { Quantity } from './quantity.ts';

const RUN = /[“”\p{Script=Han}A-Za-z]{2,}$/u;
/** Verbs and hedges between what is measured and its number. */
const LINK =
  /(增长|增長|达到|達到|突破|超过|不低于|不少于|不超过|不得超过|不得低于|力争|至少|提高至|提高到|扩大至|达|達|為|为|由|从|等于|满|占|约|设立|新增|的|控制在|在|实现|缩短|缩短至|最近|累计|连续|连续工作|未来|经过|通过|提供|完成|且|或|发挥|占全市|占全国|全国|打造|及以下或|年均|一般|原则上)+$/u;
const LEAD = /^(其中|并|且|或|使|将|对|把|到|在|力争|争取|确保|新增|实现|保持)+/u;
const LONGEST = 24;

/** The noun next to a quantity: after a count (100家企业), before a share or an amount (养老金增长15%). */
export function subjectOf(text: string, q: Quantity): string | null {
  const after = text
    .slice(q.end, q.end + 40)
    .replace(/^(及以上|以上|左右|以内|以下|内)?(的)?/, '')
    .replace(/^[一二两三四五六七八九十百千万亿]+(周?岁|元)(及以上|以上|及以下|以下)?/, '');
  const next = /^[“”\p{Script=Han}A-Za-z]{2,}/u.exec(after)?.[0];
  const following = next === undefined ? null : headNoun(next);
  if (q.sort === 'count' && following !== null) return following;
  const before = text.slice(Math.max(0, q.start - 64), q.start);
  // What directly follows another number begins with that number's unit.
  const own = before.replace(
    /^.*(?:\d(?![A-Za-z])|[一二两三四五六七八九十百千万亿](?=个工作日|个月|年(?!度)|周?岁|[万亿]?元))(个工作日|个月|周?岁|[年个家名项幢倍%]|[万亿]?元)?(及以上|以上|内)?(或者?|且|不)?/u,
    '',
  );
  const run = RUN.exec(own.replace(LINK, ''))?.[0].replace(LEAD, '');
  return (run === undefined ? null : headNoun(run)) ?? following;
}

/**
 * The noun at the end of a run: what follows its last 的 (鎮保領取養老金人員的人均基本養老金). A run is never
 * cut within a word; one that is still too long names nothing.
 */
function headNoun(run: string): string | null {
  const last = run.lastIndexOf('的');
  const noun = last >= 0 && run.length - last > 2 ? run.slice(last + 1) : run;
  return noun.length >= 2 && noun.length <= LONGEST ? noun : null;
}
