import { squeeze } from './lines.ts';
import { sourceRange } from './mapped.ts';
import type { Block, Citation, CitationForm, CitationKind, DocumentHead } from './model.ts';

/**
 * A 文号 is 机关代字 + 〔年份〕 + 序号 + 号 (GB/T 9704-2012, 7.2.5): 国发〔2009〕19号. Also met: other brackets,
 * orders of a body (国务院令第588号, 证监会令〔第132号〕) (R12).
 */
const SERIAL =
  '(?:[〔\\[［【]\\d{4}[〕\\]］】]第?\\d{1,5}号|[（(]\\d{4}[）)]\\d{1,5}号|〔第\\d{1,4}号〕|(?<=令)第\\d{1,4}号)';
const NUMBER = new RegExp(`\\p{Script=Han}{1,16}${SERIAL}`, 'gu');
const BESIDE = new RegExp(`^[(（](\\p{Script=Han}{1,16}${SERIAL})`, 'u');
/** Words before a 文号 that are no part of it: 根据…, 贯彻落实…, 原…. */
const BEFORE_NUMBER =
  /^.*(?:根据|按照|依据|依照|参照|遵照|对照|贯彻|落实|执行|实施|印发|转发|下发|废止|修订|修改|文件|详见|即|和|及|与|见|原|为|由|将|对|的|[年月日])/u;
const TITLE = /《[^《》]{1,160}》/g;
const INNER = /[〈<]([^〈〉<>]{2,120})[〉>]/g;
/** Rules that are named without 《》: 按照…办法、…办法的相关规定. */
const NAMED = /(?:按照|根据|依照)([^。；;]{4,160}?(?:办法|条例|规定|细则))的(?:相关|有关)规定/g;

interface Draft {
  readonly start: number;
  readonly end: number;
  readonly form: CitationForm;
  readonly kind: CitationKind;
  readonly number: string | null;
  readonly resolvesTo: string | null;
  readonly targetId: string | null;
}

export interface CitationContext {
  readonly head: DocumentHead;
  /** The documents that the contents blocks stand for, in order. */
  readonly listed: readonly string[];
  /** 文号 -> document of the library that bears it. */
  readonly numbers: ReadonlyMap<string, string>;
}

/**
 * Citations of a document: 《…》 with the 文号 beside it, 文号 alone, titles inside titles, rules named
 * without brackets, and contents lines. A citation is linked only when it is the document itself, a contents
 * line, or bears the 文号 of a document: never by a title or the beginning of a number alone (R12).
 */
export function findCitations(blocks: readonly Block[], context: CitationContext): readonly Citation[] {
  const abbreviations = definedAbbreviations(blocks);
  const own = ownTitles(blocks, context.head);
  let entry = 0;
  return blocks.flatMap((block) => {
    if (block.kind === 'contents') {
      const targetId = context.listed[entry] ?? null;
      entry += 1;
      const line = { start: 0, end: block.text.length, number: null, resolvesTo: null };
      return [toCitation(block, { ...line, form: 'title', kind: 'toc', targetId })];
    }
    const drafts = [...titles(block, abbreviations, own, context), ...named(block), ...carriedOut(block)];
    drafts.push(...numbersAlone(block, drafts, context));
    return drafts.sort((a, b) => a.start - b.start || b.end - a.end).map((draft) => toCitation(block, draft));
  });
}

function toCitation(block: Block, draft: Draft): Citation {
  return {
    blockId: block.id,
    text: { start: draft.start, end: draft.end },
    source: sourceRange(block.positions, draft.start, draft.end),
    form: draft.form,
    kind: draft.kind,
    cited: block.text.slice(draft.start, draft.end),
    documentNumber: draft.number,
    resolvesTo: draft.resolvesTo,
    targetId: draft.targetId,
  };
}

interface FullName {
  readonly title: string;
  readonly number: string | null;
}

/** Name -> what it stands for: 《…》(国办发〔2017〕11号,以下简称《通知》). Local to the document. */
function definedAbbreviations(blocks: readonly Block[]): ReadonlyMap<string, FullName> {
  const found = new Map<string, FullName>();
  for (const block of blocks) {
    const pattern =
      /(《[^《》]{6,160}》)[(（][^()（）《》]*?(?:以下简称|以下称|簡稱|简称)[^()（）《》]{0,8}《([^《》]{1,30})》/g;
    for (const match of block.text.matchAll(pattern)) {
      const [, full = '', short = ''] = match;
      const number = numberBeside(block.text, match.index + full.length);
      if (!found.has(short)) found.set(short, { title: full, number });
    }
  }
  return found;
}

/** Titles that are the document's own: as listed, and the plan that its notice carries. */
function ownTitles(blocks: readonly Block[], head: DocumentHead): ReadonlySet<string> {
  const own = new Set([key(head.title)]);
  for (const block of blocks) if (block.kind === 'title') own.add(key(block.text));
  return own;
}

function key(title: string): string {
  return squeeze(title).replace(/[《》〈〉<>]/g, '');
}

function titles(
  block: Block,
  abbreviations: ReadonlyMap<string, FullName>,
  own: ReadonlySet<string>,
  context: CitationContext,
): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of block.text.matchAll(TITLE)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside = match[0].slice(1, -1);
    const number = numberBeside(block.text, end);
    const full = abbreviations.get(inside);
    // An abbreviation leads where the name does that it stands for.
    const target = context.numbers.get(number ?? full?.number ?? '');
    const isOwn = own.has(key(inside)) && (number === null || number === context.head.documentNumber);
    const resolvesTo = full?.title ?? null;
    const kind =
      resolvesTo !== null
        ? 'abbreviation'
        : isOwn || target === context.head.id
          ? 'self'
          : kindOfTitle(inside, context);
    const targetId = kind === 'self' ? context.head.id : (target ?? null);
    drafts.push({ start, end, form: 'title', kind, number, resolvesTo, targetId });
    for (const inner of match[0].matchAll(INNER)) {
      const at = start + inner.index;
      const place = { start: at, end: at + inner[0].length, number: null, resolvesTo: null, targetId: null };
      drafts.push({ ...place, form: 'nested', kind: kindOfTitle(inner[1] ?? '', context) });
    }
  }
  return drafts;
}

/** What kind of thing bears this title: by its last words. */
function kindOfTitle(title: string, context: CitationContext): CitationKind {
  if (/(居住证|许可证|身份证|资格证|登记证|合格证|证书|执照|指数)$/.test(title)) return 'not-a-document';
  if (
    /(申请表|登记表|备案表|审批表|审核表|推荐表|汇总表|申报表|申请书|承诺书|告知书|委托书|通知书)$/.test(
      title,
    )
  )
    return 'form';
  if (/(?<![办方作做])法$|法典$|条例$/.test(title)) return 'law';
  if (isOwnSeries(title, context)) return 'self';
  if (/^.{0,6}(汇编|指南|年鉴|公报|白皮书)(\d{4})?$/.test(title)) return 'series';
  return 'document';
}

/** 《政策汇编2021》 in the compilation of 2021 is the compilation itself. */
function isOwnSeries(title: string, context: CitationContext): boolean {
  const year = /\d{4}$/.exec(title)?.[0];
  const name = title.replace(/\d{4}$/, '');
  return year !== undefined && context.head.title.startsWith(year) && context.head.title.endsWith(name);
}

function numberBeside(text: string, end: number): string | null {
  const found = BESIDE.exec(text.slice(end, end + 40))?.[1];
  return found === undefined ? null : withoutLead(found);
}

function withoutLead(number: string): string {
  return number.slice(BEFORE_NUMBER.exec(number)?.[0].length ?? 0);
}

/** 文号 that stand by themselves; those beside a title belong to its citation. */
function numbersAlone(block: Block, taken: readonly Draft[], context: CitationContext): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of block.text.matchAll(NUMBER)) {
    const number = withoutLead(match[0]);
    const start = match.index + match[0].length - number.length;
    const beside = taken.some((d) => d.end === start - 1 && d.number === number);
    if (beside || taken.some((d) => d.start <= start && start < d.end)) continue;
    const self = number === context.head.documentNumber;
    const targetId = self ? context.head.id : (context.numbers.get(number) ?? null);
    const end = start + number.length;
    drafts.push({
      start,
      end,
      form: 'number',
      kind: self ? 'self' : 'document',
      number,
      resolvesTo: null,
      targetId,
    });
  }
  return drafts;
}

function named(block: Block): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of block.text.matchAll(NAMED)) {
    const list = match[1] ?? '';
    if (/^[《]/.test(list) || !/[^《》]{4}(办法|条例|规定|细则)$/.test(list)) continue;
    let at = match.index + match[0].indexOf(list);
    for (const name of list.split('、')) {
      const start = at;
      at += name.length + 1;
      if (!/.{6}(办法|条例|规定|细则)$/.test(name) || /^(法律|国家|有关|相关)/.test(name)) continue;
      drafts.push({
        start,
        end: start + name.length,
        form: 'implicit',
        kind: 'document',
        number: null,
        resolvesTo: null,
        targetId: null,
      });
    }
  }
  return drafts;
}

/** 贯彻国务院关于…意见的实施意见: a title that names the document it carries out. */
function carriedOut(block: Block): readonly Draft[] {
  if (block.kind !== 'title') return [];
  const found = /贯彻([^《》]{8,120}(?:意见|规定|办法|通知|决定))的实施(?:意见|办法|方案|细则)$/.exec(
    block.text,
  );
  if (found === null) return [];
  const start = found.index + 2;
  const end = start + (found[1] ?? '').length;
  return [{ start, end, form: 'implicit', kind: 'document', number: null, resolvesTo: null, targetId: null }];
}
