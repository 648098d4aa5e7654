import type { DocumentSummary, Language, LibraryFact } from '../../preload/contract/index.ts';
import { dueDay, isDatedDuty } from '../../renderer/domain/facts/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { calendarOf } from './icalendar.ts';

type FactsCalendar = {
  readonly facts: readonly LibraryFact[];
  readonly documents: readonly DocumentSummary[];
  readonly language: Language;
  /** Hash of the library: the ids of facts hold within one library only. */
  readonly libraryHash: string;
  readonly exportedAt: Date;
};

/**
 * Dated duties as a calendar, one whole day each; facts that are none are left out. A date of a year or a month
 * stands on its last day, and the description says so. The same fact of the same library keeps its UID, so that a
 * second import changes the entry and makes no other.
 */
export function factsAsCalendar({
  facts,
  documents,
  language,
  libraryHash,
  exportedAt,
}: FactsCalendar): string {
  const t = translatorOf(language);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const events = facts.filter(isDatedDuty).flatMap((fact) => {
    const due = dueDay(fact);
    if (due === null) return [];
    const document = byId.get(fact.documentId);
    const title = `《${document?.title ?? fact.documentId}》`;
    const number = document?.documentNumber == null ? '' : `（${document.documentNumber}）`;
    const category = t(`factType.${fact.type}`);
    const what = [fact.subject, fact.raw].filter((part) => part !== null).join(' ');
    const partial = due.isExact ? [] : [t('export.partialDate', { due: fact.due ?? '', day: due.day })];
    return [
      {
        uid: `${fact.id}.${libraryHash.slice(0, 16)}@policy-reader`,
        day: due.day,
        summary: `${category}：${what} ${title}`,
        description: [fact.sentence, `${title}${number}`, ...partial].join('\n'),
        category,
      },
    ];
  });
  return calendarOf(events, exportedAt);
}
