import { type ExportChoice, markStyles } from '../../preload/contract/index.ts';
import type { Translate } from '../../renderer/domain/strings/index.ts';
import type { ExportDocument, ExportNote, ExportSet } from './export-set.ts';

/** Notes that stand together, under a document, a tag or the meaning of a colour. */
export type NoteRun = {
  readonly title: string;
  /** Null where a run has notes of several documents. */
  readonly document: ExportDocument | null;
  readonly notes: readonly ExportNote[];
};

/**
 * The notes of a set in runs, as the choice has it; a run without notes is left out. A note with several tags stands
 * under each of them. Within a run notes follow the documents and their places, or the day they were written.
 */
export function arranged(
  set: ExportSet,
  { groupBy, orderBy }: ExportChoice,
  t: Translate,
): readonly NoteRun[] {
  const ordered = orderBy === 'place' ? set.notes : [...set.notes].sort(byMoment);
  return runsBy(set, ordered, groupBy, t).filter(({ notes }) => notes.length > 0);
}

/** The notes of a set in the order of the choice, each once: as the rows of a table. */
export function inOrder(set: ExportSet, { orderBy }: ExportChoice): readonly ExportNote[] {
  return orderBy === 'place' ? set.notes : [...set.notes].sort(byMoment);
}

function runsBy(
  { documents }: ExportSet,
  notes: readonly ExportNote[],
  groupBy: ExportChoice['groupBy'],
  t: Translate,
): readonly NoteRun[] {
  switch (groupBy) {
    case 'document': {
      const of = grouped(notes, ({ annotation }) => [annotation.anchor.documentId]);
      return documents.map((document) => ({
        title: titleOf(document, t),
        document,
        notes: of.get(document.id) ?? [],
      }));
    }
    case 'tag': {
      const of = grouped(notes, ({ annotation }) => annotation.tags);
      const tags = [...of.keys()].sort(inChinese.compare);
      const untagged = notes.filter(({ annotation }) => annotation.tags.length === 0);
      return [
        ...tags.map((tag) => ({ title: `#${tag}`, document: null, notes: of.get(tag) ?? [] })),
        { title: t('export.untagged'), document: null, notes: untagged },
      ];
    }
    case 'meaning': {
      const of = grouped(notes, ({ annotation }) => [annotation.style]);
      return markStyles.map((style) => {
        const own = of.get(style) ?? [];
        return { title: own[0] === undefined ? '' : meaningOf(own[0], t), document: null, notes: own };
      });
    }
  }
}

const inChinese = new Intl.Collator('zh-Hans-CN');

/** A document as it is cited, 《标题》（文号）; one that the library no longer has by its id. */
export function titleOf({ id, content }: ExportDocument, t: Translate): string {
  if (content === null) return t('export.unknownDocument', { id });
  const { title, documentNumber } = content.document;
  return `《${title}》${documentNumber === null ? '' : `（${documentNumber}）`}`;
}

/** The user's word for a mark and its colour. */
export function meaningOf({ meaning, annotation: { style } }: ExportNote, t: Translate): string {
  return t('export.meaningOf', { meaning, colour: t(`mark.${style}`) });
}

function byMoment({ annotation: a }: ExportNote, { annotation: b }: ExportNote): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;
}

/** As Map.groupBy, which the main process's language level does not have yet; a row may have several keys. */
function grouped<Row, Key>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly Key[],
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}
