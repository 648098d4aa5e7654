import {
  draftEntry,
  ingestFile,
  type ManifestDocument,
  type StructuredDocument,
} from '../../../main/ingest/index.ts';

/** Read a text as a user's own file is read: no manifest, everything found in the text. */
export function ingestText(text: string, entry: Partial<ManifestDocument> = {}): StructuredDocument {
  const draft = { ...draftEntry('x', 'x.txt', '0'.repeat(64), text), ...entry };
  const { documents } = ingestFile({ text, entry: draft, bodies: new Map(), metadata: 'found' });
  const [first] = documents;
  if (first === undefined) throw new Error('no document');
  return first;
}

/** Headings as `level number text`. */
export function outlineOf(text: string): readonly string[] {
  return ingestText(text)
    .blocks.filter((b) => b.kind === 'heading')
    .map((b) => `${b.level} ${b.number ?? ''}${b.text}`);
}

export function textsOf(text: string): readonly string[] {
  return ingestText(text).blocks.map(
    (b) => `${b.kind === 'heading' ? (b.number ?? '') : ''}${b.text}${b.closing}`,
  );
}
