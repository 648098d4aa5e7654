import { HAN_NUMBER, hanValue } from './numerals.ts';
import { isDays, isPlanName, MONEY_UNITS, type Quantity, quantity, TIME_UNITS } from './quantity.ts';

/*
 * Quantities in Chinese numerals: 三年内, 百分之五, 三分之一, 翻番, 半数以上, 前三位, 两名以上.
 * The same numerals stand in countless set phrases (三大, 一批, 一站式, 双一流, 第一, 四梁八柱), so a small number
 * counts only where the words around it make a condition, a limit, a term or a target of it: the wording of
 * terms and limits in 《立法技术规范（试行）（一）》 (以上, 以下, 以内, 不满, 超过) and of plans (力争, 不少于, 新增).
 */
const LIMITS_AFTER = /^(及以上|以上|或以上|及以下|以下|左右|以内|之内)/;
const LIMITS_BEFORE =
  /(不少于|不得少于|不低于|不得低于|不超过|不得超过|至少|最多|最少|超过|达到|累计|连续|连任|新增|增至|限|不足|未满|不满|需|须有)$/;

const TIME = new RegExp(`(${HAN_NUMBER})(?:[至到](${HAN_NUMBER}))?(${TIME_UNITS})`, 'g');
const TERM_BEFORE =
  /(不超过|不得超过|不少于|不得少于|不低于|至少|最长|最短|最多|最低|不足|未满|不满|满|滿|连续|累计|最近|近|未来|今后|期限为?|有效期(?:限)?为?|任期为?|聘期为?|试用期为?|试行期?|周期为?|为期|期为|时间为?|时限为?|年限为?|经过|通过|历时|用|利用|力争|争取|延长|延长至|缩短至|缩短为|压缩至|压减至|超过|间隔|每隔|处|从业|任职|工作|服务|提前|逾期|之日起|(?<![当目以此])前|(?<!最)后)(?:一般|原则上|约|大约)?$/;
const TERM_AFTER =
  /^(以内|之内|内|內|及以上|以上|及以下|以下|左右|之后|以后|后|後|前|之前|期满|届满|有效|的?有期徒刑|的?拘役|的?期限|的?过渡期|的?宽限期|的?保护期)/;

const RULES: readonly (readonly [RegExp, (match: RegExpMatchArray, text: string) => Quantity | null])[] = [
  [TIME, timeOf],
  [/半(年|个月|個月)/g, halfTime],
  [new RegExp(`(百|千|万)分之(${HAN_NUMBER}|百|零)(?:点([零一二三四五六七八九]+))?`, 'g'), percentOf],
  [new RegExp(`(${HAN_NUMBER})分之(${HAN_NUMBER})`, 'g'), fractionOf],
  [
    /([一二三四五六七八九])成(?=以上|左右|以下|多)|(?<=[占达超近约逾])([一二三四五六七八九])成(?!员|为|本|果|立|就)/g,
    tenthsOf,
  ],
  [/翻(一|两|兩|二|三|[1-4])?番|倍增(?!计划|工程|行动|效应|器|方案|战略|”)/g, doubled],
  [new RegExp(`(${HAN_NUMBER})倍`, 'g'), (m) => plain(m, '倍', 'multiple')],
  [
    /半数|半數|一半(?=以上|以下|左右)|(?<=[占达超约近低少短高]|超过|达到|不少于)一半/g,
    (m) => at(m, '1/2', null, 'percent'),
  ],
  [new RegExp(`(?<=[列居排前]|排名|全[国國市省区]|世界|全球|亚洲)第(${HAN_NUMBER}|\\d+)[名位]`, 'g'), rankOf],
  [new RegExp(`(?<=(?<![当目以此])前)(${HAN_NUMBER})([名位强])`, 'g'), rankOf],
  [new RegExp(`(${HAN_NUMBER})强(?=[企的、，,。；;]|$)`, 'g'), rankOf],
  [new RegExp(`(${HAN_NUMBER})(?:${MONEY_UNITS})`, 'g'), moneyOf],
  [
    new RegExp(`(?<=[积加扣计得减])(${HAN_NUMBER})分(?!之|[钟别类支级公部析])`, 'g'),
    (m) => plain(m, '分', 'points'),
  ],
  [new RegExp(`(${HAN_NUMBER})(周岁|岁)`, 'g'), (m) => plain(m, m[2] ?? null, 'age')],
  [
    new RegExp(
      `(${HAN_NUMBER})(名|人(?![才民])|家(?!庭)|个(?!月|工作日|小时|百分)|項|项|次(?!性)|所|条|处|套|件|份|户|例|种|平方米|平方公里|公里|吨|公顷|亩)`,
      'g',
    ),
    countOf,
  ],
];

/** Quantities that are written in Chinese numerals, in no particular order; some may overlap. */
export function findHanQuantities(text: string): readonly Quantity[] {
  return RULES.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match) => read(match, text) ?? []),
  );
}

function at(match: RegExpMatchArray, value: string, unit: string | null, sort: Quantity['sort']): Quantity {
  return quantity(match.index ?? 0, match[0], value, unit, sort);
}

function plain(match: RegExpMatchArray, unit: string | null, sort: Quantity['sort']): Quantity | null {
  const value = hanValue(match[1] ?? '');
  return value === null ? null : at(match, String(value), unit, sort);
}

function around(match: RegExpMatchArray, text: string): { readonly before: string; readonly after: string } {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  return { before: text.slice(Math.max(0, start - 10), start), after: text.slice(end, end + 6) };
}

function timeOf(match: RegExpMatchArray, text: string): Quantity | null {
  const { before, after } = around(match, text);
  const [, low = '', high, unit = ''] = match;
  if (/[第每“○〇零百千]$|(?<!以)上$/.test(before) || isPlanName(after)) return null;
  if (/^(级|制|期(?!满|限)|度|来|來|一[次度轮届遇])/.test(after)) return null;
  if (unit === '日' && !isDays(before, after)) return null;
  if (!TERM_BEFORE.test(before) && !TERM_AFTER.test(after)) return null;
  const values = [low, ...(high === undefined ? [] : [high])].map(hanValue);
  if (values.includes(null)) return null;
  return { ...at(match, values.join('-'), unit, 'time'), isRange: high !== undefined };
}

/** 不少于半年; 上半年 is a time of the year, 每半年 a frequency. */
function halfTime(match: RegExpMatchArray, text: string): Quantity | null {
  const { before, after } = around(match, text);
  if (/[上下每前后]$/.test(before) || /^[来來前]/.test(after)) return null;
  return at(match, '0.5', match[1] ?? null, 'time');
}

const PARTS: Readonly<Record<string, readonly [number, string]>> = {
  百: [1, '%'],
  千: [1, '‰'],
  万: [0.01, '%'],
};

function percentOf(match: RegExpMatchArray): Quantity | null {
  const [, of = '', whole = '', decimals = ''] = match;
  const value = whole === '百' ? 100 : whole === '零' ? 0 : hanValue(whole);
  const [factor, unit] = PARTS[of] ?? [1, '%'];
  if (value === null) return null;
  const digits = [...decimals].map((d) => hanValue(d) ?? 0).join('');
  return at(match, String(Number(`${value}.${digits || '0'}`) * factor), unit, 'percent');
}

function fractionOf(match: RegExpMatchArray): Quantity | null {
  const [below, above] = [hanValue(match[1] ?? ''), hanValue(match[2] ?? '')];
  if (below === null || above === null || above >= below) return null;
  return at(match, `${above}/${below}`, null, 'percent');
}

function tenthsOf(match: RegExpMatchArray): Quantity | null {
  const value = hanValue(match[1] ?? match[2] ?? '');
  return value === null ? null : at(match, String(value * 10), '%', 'percent');
}

/** 翻番 and 倍增 are twice as much, 翻两番 four times. */
function doubled(match: RegExpMatchArray): Quantity {
  const times = match[1] === undefined ? 1 : (hanValue(match[1]) ?? Number(match[1]));
  return at(match, String(2 ** times), '倍', 'multiple');
}

function rankOf(match: RegExpMatchArray): Quantity | null {
  const digits = match[1] ?? '';
  const value = /^\d+$/.test(digits) ? Number(digits) : hanValue(digits);
  return value === null ? null : at(match, String(value), '名', 'rank');
}

/** 五万元; 一元 and 二元 are parts of words (多元, 二元结构). */
function moneyOf(match: RegExpMatchArray): Quantity | null {
  const value = hanValue(match[1] ?? '');
  const unit = match[0].slice((match[1] ?? '').length);
  return value === null || value < 100 ? null : at(match, String(value), unit, 'money');
}

/** 两名以上, 不少于三人, 新建二十所, 五十万个: bounded, more than ten after a verb of building, or ten thousands. */
function countOf(match: RegExpMatchArray, text: string): Quantity | null {
  const { before, after } = around(match, text);
  if (/[第“]$/.test(before)) return null;
  const value = hanValue(match[1] ?? '');
  const built =
    value !== null &&
    value > 10 &&
    /(新建|建成|建设|打造|培育|创建|引进|完成|推出|形成|建立|设立|举办|支持|实现)$/.test(before);
  const many = value !== null && value >= 10_000;
  if (!built && !many && !LIMITS_AFTER.test(after) && !LIMITS_BEFORE.test(before)) return null;
  return plain(match, match[2] ?? null, 'count');
}
