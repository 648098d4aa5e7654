import type { Fact, FactType } from './model.ts';
import type { Quantity } from './quantity.ts';

/** What surrounds a quantity, as far as its type and its comparator depend on it. */
export interface FactScope {
  /** The sentence. */
  readonly text: string;
  /** The year of a stocktaking paragraph (截至2020年底…). */
  readonly asOf: string | null;
  /** The section looks back: 2023年工作回顾. */
  readonly lookBack: boolean;
  /** The document as a whole sets targets: a plan, a programme, the tasks of a year. */
  readonly planned: boolean;
  /** From here on the sentence says what is aimed at. */
  readonly aimedFrom: number;
}

const AIM = /力争|争取|到\d{4}年|新推出|提高[至到]|扩大至|未来\d年内|年均(?:增长|下降)/;

/** Where a sentence begins to say what is aimed at; infinite where it does not. */
export function aimOf(text: string): number {
  const found = AIM.exec(text);
  return found === null ? Number.POSITIVE_INFINITY : found.index + found[0].length;
}

/** Also 不少于总学分的50%, where what is measured stands in between. */
const AT_LEAST =
  /(不低于|不少于|不小于|至少|最少|最低|最短|不得低于|不得少于|保底)(等值|人民币|\p{Script=Han}{2,24}的)?$/u;
const AT_MOST =
  /(不超过|不高于|不多于|不大于|最多|最高|最长|不得超过|不得高于|控制在|限额为?|上限为?)(等值|人民币)?$/;
const AND_MORE = /^(及以上|以上|或以上)/;
const AND_LESS = /^(及以下|以下|或以下)/;

/** The hedge around a quantity (以上 and 以下 include the number itself, 不满 and 超过 do not). */
export function comparatorOf(text: string, q: Quantity): Fact['comparator'] {
  if (q.isRange) return 'range';
  const before = text.slice(Math.max(0, q.start - 32), q.start).trimEnd();
  const after = text.slice(q.end, q.end + 4);
  if (AT_LEAST.test(before) || AND_MORE.test(after) || q.more) return '>=';
  if (AT_MOST.test(before) || AND_LESS.test(after) || /^(以内|之内|额度内|封顶)/.test(after)) return '<=';
  if (/(超过|突破|高于|超|大于|多于|逾|[过過])$/.test(before)) return '>';
  if (/(低于|少于|不足|未满|不满|小于|不到)$/.test(before)) return '<';
  if (/^(左右|上下)/.test(after) || /(约|約|大约|大致)$/.test(before)) return '~';
  if (q.sort !== 'time' && /近$/.test(before)) return '~';
  return q.sort === 'time' && /^[内內]/.test(after) ? '<=' : '=';
}

/** An amount with the thing that it is an amount of before it. */
const MEASURED =
  /((?<![将安排投入提供设立筹集拿出，,。；;、])(一般|应|应当)?(不低于|不少于|不得低于|不得少于|至少)(等值|人民币)?|达到|(?<!不)超过|低于|不满)$/;

/** The type of a quantity, by its sort and the words around it. */
export function typeOf(scope: FactScope, q: Quantity): FactType {
  const { text } = scope;
  const before = text.slice(Math.max(0, q.start - 32), q.start).trimEnd();
  const after = text.slice(q.end, q.end + 14);
  if (q.sort === 'points') return 'points';
  if (q.sort === 'rank') return 'ranking';
  if (isClass(q, before, after)) return 'threshold';
  if (isLookBack(scope, q)) return 'baseline';
  // 由30个工作日缩短至15个工作日: the first value is what was before.
  if (
    /(由|从|由现在的|由原来的)$/.test(before) &&
    /^(提高|提升|缩短|降低|降|增加|延长|扩大|调整|压缩|压减|减少|减至|增至)/.test(after)
  )
    return 'baseline';
  if (q.sort === 'time') return timeType(q, before, after);
  if (q.sort === 'age') return 'threshold';
  if (/税率.{0,4}$/.test(before) || /^的?\p{Script=Han}{0,4}税率/u.test(after)) return 'tax-rate';
  // 失业率控制在5%以内: what a plan holds down is its target.
  if (/控制在$/.test(before) && isTarget(scope, q)) return 'target';
  if (isLimit(q, before, after)) return 'limit';
  // 等10个重点领域: the number that closes a list counts what was listed.
  if (q.sort === 'count' && /等$/.test(before) && !AND_MORE.test(after)) return 'count';
  if (/(提取|安排|划出|拿出|计提)$/.test(before) && q.sort === 'percent') return 'ratio';
  if (isTarget(scope, q)) return 'target';
  return conditionType(q, before, after);
}

/** 税收10亿元以上楼宇, 税收超过10亿、20亿、50亿元的楼宇: the amount tells which ones are meant. */
function isClass(q: Quantity, before: string, after: string): boolean {
  if (q.sort !== 'money') return false;
  if (/^以上(的)?\p{Script=Han}{1,8}\d/u.test(after)) return true;
  return /超过(\d+(\.\d+)?[万亿]、)*$/.test(before) && /^(、\d|的\p{Script=Han})/u.test(after);
}

/** What was reached already: 截至2020年底…, 去年全年…, “十三五”期间…. */
function isLookBack(scope: FactScope, q: Quantity): boolean {
  if (q.sort === 'time') return false;
  if (scope.asOf !== null || scope.lookBack) return true;
  return /^(过去[一五]年|去年|上年(?!度)|[一五]年来|“?十[一二三]五”?(时期|期间|以来))/.test(scope.text);
}

function timeType(q: Quantity, before: string, after: string): FactType {
  if (/(时限|认定时间|办理时间|办结时间|审批时间).{0,12}$/.test(before)) return 'time-limit';
  const brief = /工作日|小时|分钟|^[天日]$/.test(q.unit ?? '');
  if (/(缩短|压缩|压减|减少)(至|为|到)$/.test(before))
    return brief || /(工作日|时限).{0,8}$/.test(before) ? 'time-limit' : 'duration';
  if (/^(内|內|以内|之内)/.test(after))
    return /(最近|未来|近|今后)$/.test(before) ? 'duration' : 'time-limit';
  if (/提前$/.test(before) || (brief && /前$/.test(before)) || /^(前|之前)/.test(after)) return 'time-limit';
  return brief && q.unit?.includes('工作日') && AT_MOST.test(before) ? 'time-limit' : 'duration';
}

/** 不超过3人, 500万美元额度内, 处五万元以下罚款, 最高100万元. */
function isLimit(q: Quantity, before: string, after: string): boolean {
  if (AT_MOST.test(before) || /^(以内|之内|为限|封顶|\p{Script=Han}{0,8}额度内)/u.test(after)) return true;
  return q.sort === 'money' && /^以[上下].{0,14}(罚款|$)/.test(after) && /罚款|处/.test(before + after);
}

function isTarget(scope: FactScope, q: Quantity): boolean {
  const { text } = scope;
  // “1个中心+10个分中心” is made up of parts that are there; “100+” is a goal.
  if (/^\p{Script=Han}{0,8}[”"]?\+/u.test(text.slice(q.end, q.end + 9)) || text[q.start - 1] === '+')
    return false;
  if (scope.aimedFrom <= q.start) return true;
  return q.sort === 'multiple' && /翻|倍增/.test(text.slice(q.start, q.end)) ? true : scope.planned;
}

/** What the sentence makes of a quantity where nothing is aimed at. */
function conditionType(q: Quantity, before: string, after: string): FactType {
  const bounded =
    AT_LEAST.test(before) ||
    AND_MORE.test(after) ||
    /(达到|等于|超过|[过過]|不足|未满|不满|低于).{0,14}$/.test(before);
  if (bounded && q.sort !== 'money') return 'threshold';
  if (AND_LESS.test(after)) return 'threshold';
  if (bounded && AND_MORE.test(after)) return 'threshold';
  // 注册资本不低于100万元 sets a floor; 安排不少于100亿元 says what is given.
  if (bounded && MEASURED.test(before)) return 'threshold';
  if (q.sort === 'percent') return 'ratio';
  if (q.sort === 'money') return 'amount';
  return q.sort === 'multiple' ? 'threshold' : 'count';
}
