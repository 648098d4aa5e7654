import type { Paragraph } from './joins.ts';
import { type Label, type LabelStyle, rankOf } from './labels.ts';
import { cleanText, type MappedText } from './mapped.ts';
import type { LevelBasis } from './model.ts';
import { endsWithBodies, HEADING_LIMIT } from './segments.ts';
import { siblingLists } from './siblings.ts';

/** A paragraph whose place in the outline is decided. Indexes point into the list of paragraphs. */
export interface Outlined {
  readonly paragraph: Paragraph;
  readonly clean: MappedText;
  readonly type: 'heading' | 'run-in' | 'item' | 'text';
  /** Units of `clean` taken by the label. */
  readonly labelLength: number;
  /** For a heading: units of `clean` up to its closing 。 or ： or its end. */
  readonly headingEnd: number;
  readonly level: number | null;
  readonly levelBasis: LevelBasis | null;
  readonly parent: number | null;
}

/** What a manifest declares for a text whose own headings are lost. */
export interface DeclaredOutline {
  readonly levels: Readonly<Record<string, number>>;
  readonly headings: readonly { readonly lead: string; readonly level: number }[];
}

interface Shape {
  readonly paragraph: Paragraph;
  readonly clean: MappedText;
  readonly labelLength: number;
  /** Where the first 。 stands; -1 when there is none. */
  readonly stop: number;
  /** Where the ： of a run-in heading would stand (３．支持汽车消费：对…); -1 when there is none. */
  readonly colon: number;
}

/**
 * Decide which paragraphs are headings (R2: by what their siblings do), on which level (R1: rank is local to
 * the document, items count) and under which heading every paragraph stands (R14: closing clauses under none).
 */
export function outlineParagraphs(
  source: string,
  paragraphs: readonly Paragraph[],
  declared: DeclaredOutline | undefined,
): readonly Outlined[] {
  const shapes = paragraphs.map((p) => shapeOf(source, p));
  const types = headingTypes(shapes);
  const leads = new Map((declared?.headings ?? []).map((h) => [h.lead, h.level]));
  const walker = new Walker(declared);
  return shapes.map((shape, index) => {
    const lead = leads.get(leadOf(shape));
    const found = types.get(index);
    const type = lead === undefined ? (found?.type ?? plainType(shape)) : declaredType(shape);
    const place = walker.step(index, shape, type, lead, shapes[index - 1]);
    return {
      paragraph: shape.paragraph,
      clean: shape.clean,
      type,
      labelLength: shape.labelLength,
      headingEnd:
        (lead === undefined ? found?.end : undefined) ?? (type === 'run-in' ? shape.stop : aloneEnd(shape)),
      ...place,
    };
  });
}

function shapeOf(source: string, paragraph: Paragraph): Shape {
  const clean = cleanText(source, paragraph, paragraph.role === 'title' ? 'title' : 'text');
  const labelLength = paragraph.label?.length ?? 0;
  const stop = clean.text.indexOf('。', labelLength);
  return { paragraph, clean, labelLength, stop, colon: colonOf(clean.text, labelLength) };
}

/** A few words, a colon and a paragraph that ends in 。: not 申请表：一式两份； nor 网址为：http. */
function colonOf(text: string, labelLength: number): number {
  const lead = /^[^。；;，,：:（(《“]{2,20}(?=[：:](?!\/\/).)/u.exec(
    text.slice(labelLength, labelLength + 24),
  );
  return lead === null || !text.endsWith('。') ? -1 : labelLength + lead[0].length;
}

function leadOf(shape: Shape): string {
  const end = shape.stop < 0 ? shape.clean.text.length : shape.stop;
  return shape.clean.text.slice(shape.labelLength, end);
}

function endsWithStop(shape: Shape): boolean {
  return shape.stop >= 0 && shape.stop === shape.clean.text.length - 1;
}

function isRunIn(shape: Shape): boolean {
  const length = shape.stop - shape.labelLength;
  return length > 0 && length <= HEADING_LIMIT && shape.stop < shape.clean.text.length - 1;
}

function isAlone(shape: Shape): boolean {
  const { text } = shape.clean;
  if (endsWithStop(shape)) return shape.stop - shape.labelLength <= HEADING_LIMIT;
  const length = text.length - shape.labelLength;
  return shape.stop < 0 && length > 0 && length <= HEADING_LIMIT + 20 && !/[;；,，、:：]$/.test(text);
}

/** Where a run-in heading ends when the list allows ： beside 。; -1 when there is none. */
function runInEnd(shape: Shape): number {
  if (shape.colon >= 0) return shape.colon;
  return isRunIn(shape) ? shape.stop : -1;
}

function aloneEnd(shape: Shape): number {
  return endsWithStop(shape) ? shape.stop : shape.clean.text.length;
}

function plainType(shape: Shape): Outlined['type'] {
  return shape.paragraph.label === null ? 'text' : 'item';
}

function declaredType(shape: Shape): Outlined['type'] {
  return isRunIn(shape) ? 'run-in' : 'heading';
}

/** Headings among the labelled paragraphs: each list of siblings is decided as a whole. */
interface HeadingType {
  readonly type: 'heading' | 'run-in';
  readonly end: number;
}

function headingTypes(shapes: readonly Shape[]): ReadonlyMap<number, HeadingType> {
  const types = new Map<number, HeadingType>();
  const labelled = shapes.flatMap((shape, index) => (shape.paragraph.label === null ? [] : [index]));
  const at = (index: number): Shape => shapes[index] as Shape;
  const lists = siblingLists(labelled, (index) => at(index).paragraph.label);
  for (const { members } of lists) {
    const runIn = members.filter((index) => isRunIn(at(index)));
    const butLast = members.length >= 3 && members.slice(0, -1).every((index) => isRunIn(at(index)));
    if (runIn.length === members.length || butLast) {
      for (const index of runIn) types.set(index, { type: 'run-in', end: at(index).stop });
    } else if (members.length >= 2 && members.every((index) => runInEnd(at(index)) >= 0)) {
      for (const index of members) types.set(index, { type: 'run-in', end: runInEnd(at(index)) });
    } else if (members.every((index) => isAlone(at(index))) && holdText(shapes, members)) {
      for (const index of members) types.set(index, { type: 'heading', end: aloneEnd(at(index)) });
    }
  }
  return types;
}

/** Headings stand over something: each but the last is followed by text or by a lower label. */
function holdText(shapes: readonly Shape[], members: readonly number[]): boolean {
  const needed = members.length === 1 ? members : members.slice(0, -1);
  return needed.every((index) => {
    const own = shapes[index]?.paragraph.label;
    const next = shapes[index + 1];
    if (own == null || next === undefined) return false;
    if (next.paragraph.role !== null && next.paragraph.role !== 'table') return false;
    const label = next.paragraph.label;
    return label === null || rankOf(label.style) > rankOf(own.style);
  });
}

interface Place {
  readonly level: number | null;
  readonly levelBasis: LevelBasis | null;
  readonly parent: number | null;
}

/** Walks a document from top to bottom and keeps the open labels and headings. */
class Walker {
  readonly #declared: DeclaredOutline | undefined;
  #open: {
    readonly rank: number;
    readonly style: LabelStyle | null;
    readonly level: number;
    readonly heading: number | null;
  }[] = [];

  constructor(declared: DeclaredOutline | undefined) {
    this.#declared = declared;
  }

  step(
    index: number,
    shape: Shape,
    type: Outlined['type'],
    lead: number | undefined,
    before: Shape | undefined,
  ): Place {
    const { role, label } = shape.paragraph;
    if (role !== null) {
      if (role !== 'table') this.#open = [];
      return { level: null, levelBasis: null, parent: role === 'table' ? this.#parent() : null };
    }
    const heading = type === 'heading' || type === 'run-in';
    if (label === null && !heading) {
      const outside = isClosing(shape, before) && !this.#open.some((o) => o.style === '条');
      return { level: null, levelBasis: null, parent: outside ? null : this.#parent() };
    }
    const level = lead ?? this.#levelOf(label);
    const rank = label === null ? level : rankOf(label.style);
    this.#open = this.#open.filter((o) => o.level < level);
    const parent = this.#parent();
    this.#open.push({ rank, style: label?.style ?? null, level, heading: heading ? index : null });
    if (!heading) return { level: null, levelBasis: null, parent };
    return { level, levelBasis: this.#declared === undefined ? 'stated' : 'inferred', parent };
  }

  #levelOf(label: Label | null): number {
    if (label === null) return 1;
    const fixed = this.#declared?.levels[label.style];
    if (fixed !== undefined) return fixed;
    return 1 + this.#open.filter((o) => o.rank < rankOf(label.style)).length;
  }

  #parent(): number | null {
    for (let i = this.#open.length - 1; i >= 0; i -= 1) {
      const heading = this.#open[i]?.heading;
      if (heading != null) return heading;
    }
    return null;
  }
}

/**
 * Closing clauses belong to the document, not to its last section (R14): 本…自…起施行, and the paragraph
 * after measures that each end by naming their bodies.
 */
function isClosing(shape: Shape, before: Shape | undefined): boolean {
  const { text } = shape.clean;
  if (/^本\p{Script=Han}{1,8}自.{4,24}起(施行|实施|执行|生效)/u.test(text)) return true;
  return before !== undefined && endsWithBodies(before.clean.text) && !endsWithBodies(text);
}
