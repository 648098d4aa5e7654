import type { DocumentContent, Language, LibraryFact } from '../../preload/contract/index.ts';
import { paragraphMark } from '../../renderer/domain/anchors/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';
import { csvOf } from './csv.ts';

type FactsTable = {
  readonly facts: readonly LibraryFact[];
  /** The documents that the facts stand in. */
  readonly contents: readonly DocumentContent[];
  readonly language: Language;
};

/** Facts as CSV in the order given: a head in the language of the program, then one row for each. */
export function factsAsCsv(table: FactsTable): string {
  return csvOf(factRows(table));
}

/** The head and one row for each fact. */
export function factRows({ facts, contents, language }: FactsTable): readonly (readonly string[])[] {
  const t = translatorOf(language);
  const byId = new Map(contents.map((content) => [content.document.id, content]));
  const head = [
    t('fact.document'),
    t('field.documentNumber'),
    t('fact.type'),
    t('fact.subject'),
    t('fact.comparator'),
    t('fact.value'),
    t('fact.unit'),
    t('fact.due'),
    t('fact.raw'),
    t('fact.sentence'),
    t('export.place'),
    t('fact.id'),
  ];
  const rows = facts.map((fact) => {
    const content = byId.get(fact.documentId);
    return [
      content?.document.title ?? fact.documentId,
      content?.document.documentNumber ?? '',
      t(`factType.${fact.type}`),
      fact.subject ?? '',
      t(`comparator.${fact.comparator}`),
      fact.value,
      unitOf(fact.unit, t),
      fact.due ?? '',
      fact.raw,
      fact.sentence,
      content === undefined ? '' : paragraphMark(content, fact.blockId),
      fact.id,
    ];
  });
  return [head, ...rows];
}

/** Units are as printed, but for a few that the library says in its own words. */
function unitOf(unit: string | null, t: Translate): string {
  if (unit === 'date' || unit === 'year' || unit === 'quarter' || unit === 'month') return t(`unit.${unit}`);
  return unit ?? '';
}
