import type { ExportChoice } from '../../../preload/contract/index.ts';
import { translatorOf } from '../../../renderer/domain/strings/index.ts';
import { inOrder } from '../arrange.ts';
import type { ExportDocument, ExportNote, ExportSet } from '../export-set.ts';
import { headOf } from '../note-parts.ts';
import { annotationContext, asUuidUrn, documentUrn } from './vocabulary.ts';

/**
 * Notes as a W3C Annotation Page (Web Annotation Data Model, 2017; JSON-LD), one annotation a line. A note is always
 * written whole, whatever parts were chosen, so that `readAnnotationSet` gives back the record that was stored.
 */
export function* notesAsJsonLd(set: ExportSet, choice: ExportChoice): Iterable<string> {
  const t = translatorOf(set.language);
  const { title } = headOf(set, choice, t);
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  const head = JSON.stringify({
    '@context': annotationContext,
    type: 'AnnotationPage',
    generator: { type: 'Software', name: t('app.name'), 'schema:softwareVersion': set.version },
    generated: set.exportedAt.toISOString(),
    partOf: { type: 'AnnotationCollection', label: title, total: set.notes.length },
  });
  yield `${head.slice(0, -1)},"items":[`;
  let separator = '\n';
  for (const note of inOrder(set, choice)) {
    const document = documents.get(note.annotation.anchor.documentId) ?? null;
    yield separator + JSON.stringify(annotationOf(note, document));
    separator = ',\n';
  }
  yield '\n]}\n';
}

function annotationOf(note: ExportNote, document: ExportDocument | null): Readonly<Record<string, unknown>> {
  const { annotation, author } = note;
  const { id, scope, style, tags, due, status, createdAt, modifiedAt, trashedAt, carried } = annotation;
  const bodies = [
    ...(annotation.note === ''
      ? []
      : [{ type: 'TextualBody', value: annotation.note, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ];
  return {
    id: asUuidUrn(id),
    type: 'Annotation',
    motivation: annotation.note === '' ? 'highlighting' : 'commenting',
    created: createdAt,
    modified: modifiedAt,
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: targetOf(note, document),
    'ceyue:scope': scope,
    'ceyue:style': style,
    'ceyue:meaning': note.meaning,
    ...(due === null ? {} : { 'ceyue:due': due }),
    ...(status === null ? {} : { 'ceyue:status': status }),
    ...(trashedAt === null ? {} : { 'ceyue:trashedAt': trashedAt }),
    ...(carried === null ? {} : { 'ceyue:carried': carried }),
    ...(note.evidence === null ? {} : { 'ceyue:evidence': note.evidence }),
  };
}

function targetOf(
  { annotation: { anchor }, position, mark, source }: ExportNote,
  document: ExportDocument | null,
): Readonly<Record<string, unknown>> {
  const { exact, prefix, suffix } = anchor;
  const selector = [
    ...(exact + prefix + suffix === '' ? [] : [{ type: 'TextQuoteSelector', exact, prefix, suffix }]),
    ...(position === null || exact === '' ? [] : [{ type: 'TextPositionSelector', ...position }]),
  ];
  const summary = document?.content?.document;
  return {
    source: documentUrn(anchor.documentId),
    ...(selector.length === 0 ? {} : { selector }),
    'ceyue:documentId': anchor.documentId,
    'ceyue:editionHash': anchor.editionHash,
    'ceyue:start': anchor.start,
    'ceyue:end': anchor.end,
    'ceyue:headingPath': anchor.headingPath,
    ...(mark === '' ? {} : { 'ceyue:paragraph': mark }),
    ...(source === null ? {} : { 'ceyue:sourceFile': source }),
    ...(summary === undefined
      ? {}
      : {
          'ceyue:document': {
            title: summary.title,
            documentNumber: summary.documentNumber,
            issuer: summary.issuer,
            issuedOn: summary.issuedOn,
          },
        }),
  };
}
