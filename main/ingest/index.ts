/**
 * Ingestion: the text of a source file and what the manifest knows of it -> structured documents.
 * Pure and free of Electron and the DOM. Steps, in order: read, lines, furniture, contents and parts, roles,
 * segments (labels), joins, outline, tables, blocks, then measures, defects, citations, facts, metadata.
 */

import { findCitations } from './citations.ts';
import { type ContentsEntry, type Part, readContents, splitParts } from './compilation.ts';
import { declaredDefects, findDefects, inSourceOrder, placeDefects } from './defects.ts';
import { type BuiltDocument, buildDocument } from './document.ts';
import { findFacts } from './facts.ts';
import { pageNumbers, webChrome } from './furniture.ts';
import { type HeadReading, headOf, type MetadataMode, partHeadOf } from './heads.ts';
import { horizonOfTitle } from './horizon.ts';
import { splitLines } from './lines.ts';
import type { ManifestDocument } from './manifest.ts';
import { type BodyNames, readAttributions, readMeasures } from './measures.ts';
import type { Defect, DocumentHead, Furniture, IngestedFile, Range, StructuredDocument } from './model.ts';
import { checkText } from './read.ts';

export { draftEntry } from './draft-entry.ts';
export { IngestError, type IngestErrorCode } from './errors.ts';
export { type Manifest, type ManifestDocument, parseManifest } from './manifest.ts';
export type * from './model.ts';
export { readText } from './read.ts';

export interface IngestInput {
  /** The decoded text of the whole file. */
  readonly text: string;
  readonly entry: ManifestDocument;
  /** Alias of a body -> its canonical name. */
  readonly bodies: BodyNames;
  /** 文号 -> the one document of the library that bears it, for citations across files. */
  readonly numbers?: ReadonlyMap<string, string>;
  /** By default what the entry leaves null must not be in the text; `found` fills it from the text. */
  readonly metadata?: MetadataMode;
}

interface Context {
  readonly input: IngestInput;
  readonly declared: readonly Defect[];
  /** Ids of the documents that the contents list. */
  readonly listed: readonly string[];
  readonly numbers: ReadonlyMap<string, string>;
}

type Line = Range & { readonly gap: 'line' | 'page' };

/**
 * Read one source file into its documents: one, or a compilation and the documents it holds.
 * Offsets are UTF-16 units of `text`. Blocks come in source order and never overlap.
 * @throws IngestError when the text is unfit, or the manifest entry and the text contradict each other
 */
export function ingestFile(input: IngestInput): IngestedFile {
  const { text, entry } = input;
  const file = entry.sourceFile;
  checkText(text, file, { acceptMixedLineEnds: true });
  const all = splitLines(text, { start: 0, end: text.length });
  const chrome = webChrome(text, all, entry.webChrome, file);
  const rest = without(all, chrome);
  const contents =
    entry.compilation === undefined ? [] : readContents(text, rest, entry.compilation.contentsLine, file);
  const counted = pageNumbers(text, rest, contents[contents.length - 1]?.end ?? 0);
  const numbers: readonly Furniture[] = counted.pages.map((p) => ({
    start: p.start,
    end: p.end,
    reason: 'page-number',
  }));
  const parts = splitParts(text, rest, contents, counted.pages, [...counted.strays, ...numbers], file);
  const footers: readonly Furniture[] = parts
    .filter((part) => part.titleIsFooter)
    .flatMap((part) => part.printedTitle.map((line) => ({ ...line, reason: 'running-title' as const })));
  const furniture: Furniture[] = [...chrome, ...numbers, ...counted.strays, ...footers];
  const lines = withGaps(without(rest, furniture), counted.pages);
  const documents: StructuredDocument[] = [];
  const own = lines.filter(
    (line) => !parts.some((p) => line.start >= p.source.start && line.end <= p.source.end),
  );
  const whole = buildOwn(input, own, contents);
  furniture.push(...whole.furniture);
  const context: Context = {
    input,
    declared: declaredDefects(text, entry),
    listed: parts.map((_, index) => partId(entry, index)),
    numbers: new Map([
      ...(input.numbers ?? []),
      ...(entry.documentNumber === null ? [] : [[entry.documentNumber, entry.id] as const]),
    ]),
  };
  documents.push(
    structured(
      context,
      whole,
      headOf(entry, whole.blocks, { start: 0, end: text.length }, input.metadata ?? 'checked'),
    ),
  );
  parts.forEach((part, index) => {
    const id = partId(entry, index);
    const built = buildPart(input, part, id, lines);
    furniture.push(...built.furniture);
    documents.push(structured(context, built, partHeadOf(entry, part, id, built.blocks)));
  });
  return { file, documents, furniture: [...furniture].sort((a, b) => a.start - b.start) };
}

function partId(entry: ManifestDocument, index: number): string {
  return `${entry.id}-${entry.compilation?.partPrefix ?? ''}${String(index + 1).padStart(2, '0')}`;
}

function without(lines: readonly Range[], furniture: readonly Range[]): readonly Range[] {
  const taken = new Set(furniture.map((f) => f.start));
  return lines.filter((line) => !taken.has(line.start));
}

/** A page number between two lines means that a page ends there. */
function withGaps(lines: readonly Range[], pages: readonly Range[]): readonly Line[] {
  let page = 0;
  return lines.map((line) => {
    let gap: Line['gap'] = 'line';
    for (let next = pages[page]; next !== undefined && next.start < line.start; next = pages[page]) {
      gap = 'page';
      page += 1;
    }
    return { ...line, gap };
  });
}

function buildOwn(
  input: IngestInput,
  lines: readonly Line[],
  contents: readonly ContentsEntry[],
): BuiltDocument {
  const { entry, text } = input;
  return buildDocument({
    id: entry.id,
    source: text,
    lines,
    hints: { title: entry.title, titleLines: [], declared: entry.roles },
    outline: entry.outline,
    contents,
    ornament: entry.compilation?.ornament,
  });
}

function buildPart(input: IngestInput, part: Part, id: string, lines: readonly Line[]): BuiltDocument {
  return buildDocument({
    id,
    source: input.text,
    lines: lines.filter((l) => l.start >= part.source.start && l.end <= part.source.end),
    hints: { title: part.title, titleLines: part.titleIsFooter ? [] : part.printedTitle, declared: [] },
    outline: undefined,
    contents: [],
    ornament: undefined,
  });
}

function structured(context: Context, built: BuiltDocument, reading: HeadReading): StructuredDocument {
  const { input, declared } = context;
  const { blocks } = built;
  const { head } = reading;
  const table = readMeasures(blocks, input.bodies);
  const inside = (d: Range): boolean =>
    blocks.some((b) => b.ranges.some((r) => r.start < d.end && d.start < r.end));
  const defects = [...declared.filter(inside), ...findDefects(input.text, blocks), ...table.defects];
  const citations = findCitations(blocks, { head, listed: context.listed, numbers: context.numbers });
  return {
    head,
    blocks,
    defects: placeDefects(inSourceOrder(defects), blocks),
    measures: table.measures,
    measureBodies: [...table.bodies, ...readAttributions(blocks, input.bodies)],
    citations,
    facts: findFacts(blocks, { horizon: horizonOf(input.entry, head), citations }),
    evidence: reading.evidence,
  };
}

/** The year that a report or plan speaks for: declared, or by its title. */
function horizonOf(entry: ManifestDocument, head: DocumentHead): string | null {
  if (head.id === entry.id && (entry.year ?? entry.planEnd) !== undefined)
    return entry.year ?? entry.planEnd ?? null;
  return horizonOfTitle(head.title);
}
