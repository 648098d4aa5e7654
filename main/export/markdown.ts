import type { Annotation, DocumentContent, DocumentId, Language } from '../../preload/contract/index.ts';
import { paragraphMark } from '../../renderer/domain/anchors/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';
import { localDay } from '../../renderer/domain/validity/index.ts';
import { closedMarkdown, lineEnd } from './closed-markdown.ts';

type NotesExport = {
  readonly annotations: readonly Annotation[];
  /** The documents that the annotations are in; a note on another is exported with its document's id. */
  readonly contents: readonly DocumentContent[];
  readonly language: Language;
  readonly exportedAt: Date;
};

/**
 * Annotated notes as Markdown: per document its title as an official document is cited, 《标题》（文号）, then each
 * note at its place in the text with heading path, quote in the original script, note, tags and date.
 * What the source does not state is left out. The user's note is Markdown already and goes in as it is,
 * only closed where it would swallow what follows it; everything else is escaped.
 */
export function notesAsMarkdown({ annotations, contents, language, exportedAt }: NotesExport): string {
  const t = translatorOf(language);
  const head = [`# ${t('export.heading')}`, t('export.exportedOn', { day: localDay(exportedAt) })];
  if (annotations.length === 0) return `${[...head, t('export.none')].join('\n\n')}\n`;
  const of = (id: DocumentId): readonly Annotation[] =>
    annotations.filter(({ anchor }) => anchor.documentId === id);
  const known = contents.filter(({ document }) => of(document.id).length > 0);
  const sections = known.flatMap((content) => documentSection(content, of(content.document.id), t));
  for (const id of new Set(annotations.map(({ anchor }) => anchor.documentId))) {
    if (known.some(({ document }) => document.id === id)) continue;
    sections.push(`## ${escapeMarkdown(t('export.unknownDocument', { id }))}`);
    sections.push(...of(id).flatMap((annotation) => noteSection(annotation, null, t)));
  }
  return `${[...head, ...sections].join('\n\n')}\n`;
}

function documentSection(
  content: DocumentContent,
  annotations: readonly Annotation[],
  t: Translate,
): string[] {
  const { title, titleBasis, documentNumber, issuer, issuedOn } = content.document;
  const number = documentNumber === null ? '' : `（${documentNumber}）`;
  const facts = [
    titleBasis === 'inferred' ? t('export.titleGiven') : null,
    issuer === null ? null : `${t('field.issuer')}：${issuer}`,
    issuedOn === null ? null : `${t('field.issuedOn')}：${issuedOn}`,
  ].filter((fact) => fact !== null);
  // A note on a block that this edition does not have comes last.
  const order = new Map(content.blocks.map((block, index) => [block.id, index]));
  const last = content.blocks.length;
  const placed = [...annotations].sort(
    ({ anchor: { start: a } }, { anchor: { start: b } }) =>
      (order.get(a.blockId) ?? last) - (order.get(b.blockId) ?? last) || a.offset - b.offset,
  );
  return [
    `## 《${escapeMarkdown(title)}》${escapeMarkdown(number)}`,
    ...(facts.length === 0 ? [] : [escapeMarkdown(facts.join(' · '))]),
    ...placed.flatMap((annotation) => noteSection(annotation, content, t)),
  ];
}

function noteSection(
  { anchor, style, note, tags, createdAt }: Annotation,
  content: DocumentContent | null,
  t: Translate,
): string[] {
  const mark = content === null ? '' : paragraphMark(content, anchor.start.blockId);
  const place = [...anchor.headingPath, mark].filter((part) => part !== '').join(' › ');
  const facts = [
    tags.length === 0 ? null : `${t('export.tags')}：${tags.map((tag) => `#${tag}`).join(' ')}`,
    `${t('export.mark')}：${t(`mark.${style}`)}`,
    `${t('export.created')}：${localDay(new Date(createdAt))}`,
  ].filter((fact) => fact !== null);
  return [
    `### ${escapeMarkdown(place === '' ? t('export.quote') : place)}`,
    // A note on the whole document quotes nothing.
    ...(anchor.exact === ''
      ? []
      : [
          anchor.exact
            .split(lineEnd)
            .map((line) => `> ${escapeMarkdown(line)}`)
            .join('\n>\n'),
        ]),
    ...(note.trim() === '' ? [] : [closedMarkdown(note.trimEnd())]),
    `*${escapeMarkdown(facts.join(' · '))}*`,
  ];
}

/**
 * Takes from a text all it could mean in Markdown (CommonMark 2.4), so that it reads as it is, on one
 * line: a line end becomes a space, and blanks at either end, which would make code or a line break, go.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(lineEnd)
    .join(' ')
    .replace(/^[ \t]+|[ \t]+$/g, '')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
