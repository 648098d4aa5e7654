import type { ExportSet } from '../../main/export/export-set.ts';
import { noteMaker } from '../../main/export/make-notes.ts';
import {
  type Annotation,
  type DocumentContent,
  defaultExportChoice,
  type ExportChoice,
  type Language,
  type LibraryFact,
  type MarkStyle,
  type Measure,
  markStyles,
} from '../../preload/contract/index.ts';
import { byPlace } from '../../renderer/domain/notes/index.ts';
import type { Converter } from '../../renderer/domain/script/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';

type SetSketch = {
  readonly annotations: readonly Annotation[];
  readonly contents: readonly DocumentContent[];
  readonly language?: Language;
  readonly exportedAt?: Date;
  readonly author?: string;
  readonly converter?: Converter | null;
  readonly measures?: readonly Measure[];
  readonly facts?: readonly LibraryFact[];
};

/** A set made of records a test holds in its hand, by the rules of the app's own gathering. */
export function setOf({
  annotations,
  contents,
  language = 'zh-CN',
  exportedAt = new Date(2026, 10, 22, 12),
  author = '',
  converter = null,
  measures = [],
  facts = [],
}: SetSketch): ExportSet {
  const t = translatorOf(language);
  const words = markStyles.map((style) => [style, t(`meaning.${style}`)] as const);
  const meanings = Object.fromEntries(words) as Record<MarkStyle, string>;
  const known = contents.filter(({ document }) =>
    annotations.some(({ anchor }) => anchor.documentId === document.id),
  );
  const ids = new Set([
    ...known.map(({ document }) => document.id),
    ...annotations.map(({ anchor }) => anchor.documentId),
  ]);
  const parts = [...ids].map((id) => {
    const content = known.find(({ document }) => document.id === id) ?? null;
    const make = noteMaker(content, {
      meanings,
      author,
      converter: content?.document.script === 'hant' ? converter : null,
      sourceOf: () => null,
    });
    const own = annotations.filter(({ anchor }) => anchor.documentId === id).sort(byPlace);
    return { document: { id, content, validity: null, measures }, notes: own.map(make) };
  });
  return {
    documents: parts.map(({ document }) => document),
    notes: parts.flatMap(({ notes }) => notes),
    facts,
    language,
    exportedAt,
    version: '0.1.0',
  };
}

/** The usual choice with what a test changes in it. */
export function choiceOf(changes: Partial<ExportChoice> = {}): ExportChoice {
  return { ...defaultExportChoice, ...changes };
}
