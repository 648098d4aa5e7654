import type { Annotation, BlockId, DocumentContent, MarkStyle } from '../../preload/contract/index.ts';
import { paragraphMark, rangesIn, resolveAnchor } from '../../renderer/domain/anchors/index.ts';
import { evidenceCode } from '../../renderer/domain/citations/index.ts';
import { type Converted, type Converter, convertText } from '../../renderer/domain/script/index.ts';
import type { SourceRange } from '../storage/source-places.ts';
import type { ExportNote } from './export-set.ts';

export type NoteSurroundings = {
  readonly meanings: Readonly<Record<MarkStyle, string>>;
  readonly author: string;
  /** Null when the simplified quote is not asked for. */
  readonly converter: Converter | null;
  readonly sourceOf: (annotation: Annotation) => SourceRange | null;
};

/** Makes the notes of one document ready for export; `content` is null when the library no longer has it. */
export function noteMaker(
  content: DocumentContent | null,
  { meanings, author, converter, sourceOf }: NoteSurroundings,
): (annotation: Annotation) => ExportNote {
  const starts = content === null ? null : blockStarts(content);
  const texts = new Map(content?.blocks.map((block) => [block.id, block.text]));
  const converted = new Map<BlockId, Converted>();
  const convertedBlock = (id: BlockId, by: Converter): Converted => {
    const made = converted.get(id) ?? convertText(texts.get(id) ?? '', by);
    converted.set(id, made);
    return made;
  };
  const simplifiedOf = (annotation: Annotation, stale: boolean): string => {
    const { anchor } = annotation;
    if (converter === null || content === null || content.document.script === 'hans') return anchor.exact;
    if (stale) return convertText(anchor.exact, converter).text;
    // Block by block, since a word may begin before the quote.
    return rangesIn(content, anchor)
      .map(({ blockId, start, end }) => {
        const { text, map } = convertedBlock(blockId, converter);
        return text.slice(map.toDisplay(start), map.toDisplay(end));
      })
      .join('\n');
  };
  const codePoint = ({ blockId, offset }: Annotation['anchor']['start']): number =>
    (starts?.get(blockId) ?? 0) + codePoints((texts.get(blockId) ?? '').slice(0, offset));
  return (annotation) => {
    const { anchor, style } = annotation;
    const present = content !== null && resolveAnchor(content, anchor) === 'exact';
    return {
      annotation,
      meaning: meanings[style],
      author,
      // A block id is never read in another edition than its own.
      mark: content?.document.editionHash === anchor.editionHash ? markOf(annotation, content) : '',
      simplified: simplifiedOf(annotation, !present),
      position: present ? { start: codePoint(anchor.start), end: codePoint(anchor.end) } : null,
      source: present ? sourceOf(annotation) : null,
      evidence: present ? evidenceCode(content, anchor.start, anchor.end) : null,
      stale: !present,
    };
  };
}

/** A note on the whole document is at no paragraph. */
function markOf({ scope, anchor }: Annotation, content: DocumentContent): string {
  return scope === 'document' ? '' : paragraphMark(content, anchor.start.blockId);
}

/** Where each block begins in the document's text, in code points. */
function blockStarts({ blocks }: DocumentContent): ReadonlyMap<BlockId, number> {
  const starts = new Map<BlockId, number>();
  let at = 0;
  for (const { id, text } of blocks) {
    starts.set(id, at);
    at += codePoints(text) + 1;
  }
  return starts;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
