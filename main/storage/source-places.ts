import type { Database } from 'sql.js';
import { fold, foldText } from '../../renderer/domain/fold/index.ts';
import { rowsOf } from './database.ts';

/** A range of a source file in UTF-16 units of its decoded text. */
export type SourceRange = { readonly file: string; readonly start: number; readonly end: number };

/** Where the characters of blocks stand in the source files. */
export type SourcePlaces = {
  /** A range of a block's stored text in its file, or null for an empty range and a block that is not there. */
  readonly ofText: (blockId: string, start: number, end: number) => SourceRange | null;
  /**
   * A range of a document's title where the file prints it, or null where it was concluded. The title may run over
   * several lines there, and other words may stand beside it.
   */
  readonly ofTitle: (documentId: string, title: string, start: number, end: number) => SourceRange | null;
};

/** What one character of a cleaned text was made from. */
type Origins = {
  readonly file: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/**
 * Reads the places out of the library, block by block when asked. A character that a repair put in comes from all
 * that it was repaired from; what a repair took out between two characters lies between their places.
 */
export function sourcePlaces(database: Database): SourcePlaces {
  const known = new Map<string, Origins | null>();
  const origins = (blockId: string): Origins | null => {
    const made = known.get(blockId) ?? originsOf(database, blockId);
    known.set(blockId, made);
    return made;
  };
  return {
    ofText: (blockId, start, end) => {
      const block = origins(blockId);
      const first = block?.starts[start];
      const last = block?.ends[end - 1];
      if (block === null || end <= start || first === undefined || last === undefined) return null;
      return { file: block.file, start: first, end: last };
    },
    ofTitle: (documentId, title, start, end) => {
      const [row] = rowsOf(
        database,
        `select d.source_file as file, e.source_start as start, e.source_end as end, s.text from metadata_evidence e
         join documents d on d.id = e.document_id join sources s on s.file = d.source_file
         where e.document_id = ? and e.field = 'title' and e.source_start is not null`,
        [documentId],
      );
      if (row === undefined) return null;
      const file = String(row.file);
      const printed = { start: Number(row.start), end: Number(row.end) };
      const { folded, map } = foldText(String(row.text).slice(printed.start, printed.end));
      const from = folded.indexOf(fold(title)) + fold(title.slice(0, start)).length;
      const wanted = fold(title.slice(start, end));
      if (wanted === '' || !folded.startsWith(wanted, from)) return { file, ...printed };
      const range = map.rangeToOriginal(from, from + wanted.length);
      return { file, start: printed.start + range.start, end: printed.start + range.end };
    },
  };
}

function originsOf(database: Database, blockId: string): Origins | null {
  const [block] = rowsOf(
    database,
    `select b.kind, b.number, d.source_file as file
     from blocks b join documents d on d.id = b.document_id where b.id = ?`,
    [blockId],
  );
  if (block === undefined) return null;
  const ranges = rowsOf(
    database,
    'select source_start as start, source_end as end from block_sources where block_id = ? order by ord',
    [blockId],
  );
  const repairs = rowsOf(
    database,
    `select source_start as start, source_end as end, replacement from repairs where block_id = ?
     order by source_start`,
    [blockId],
  );
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (start: number, end: number): void => {
    starts.push(start);
    ends.push(end);
  };
  for (const range of ranges) {
    const rangeEnd = Number(range.end);
    let at = Number(range.start);
    for (const repair of repairs) {
      const start = Number(repair.start);
      const end = Number(repair.end);
      if (start < at || end > rangeEnd) continue;
      for (; at < start; at += 1) put(at, at + 1);
      for (let unit = 0; unit < String(repair.replacement).length; unit += 1) put(start, end);
      at = end;
    }
    for (; at < rangeEnd; at += 1) put(at, at + 1);
  }
  // The ranges of a heading begin with its number, which is not in its text.
  const label = block.kind === 'heading' && block.number !== null ? String(block.number).length : 0;
  return { file: String(block.file), starts: starts.slice(label), ends: ends.slice(label) };
}
