import initSqlJs from 'sql.js';

/** What the proof found: counts for people, problems for the exit code. */
export interface Proof {
  readonly counts: readonly (readonly [string, number])[];
  readonly problems: readonly string[];
}

interface Owned {
  readonly owner: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Prove from a built library (content.db) and the decoded seed texts that nothing is lost and nothing is
 * invented: every character that is not blank belongs to exactly one block range or furniture range, every
 * block's ranges with its repairs give its label, text and closing, table rows are wholly cells, blocks stand
 * in source order, the stored sources are the files, and the places of defects lie in their block's text.
 */
export async function proveLibrary(db: Uint8Array, texts: ReadonlyMap<string, string>): Promise<Proof> {
  const sql = await initSqlJs();
  const database = new sql.Database(db);
  const all = (query: string): readonly (readonly initSqlJs.SqlValue[])[] =>
    database.exec(query)[0]?.values ?? [];
  try {
    const problems: string[] = [];
    const counts: (readonly [string, number])[] = [];
    for (const [file, text] of texts) {
      const owned = [...blockRanges(all, file), ...furnitureRanges(all, file)];
      const seen = coverage(file, text, owned, problems);
      counts.push([`${file}: characters that are not blank`, seen]);
      proveBlocks(all, file, text, problems);
      proveSource(all, file, text, problems);
    }
    provePlaces(all, problems);
    counts.push(...tableCounts(all));
    return { counts, problems };
  } finally {
    database.close();
  }
}

type Query = (query: string) => readonly (readonly initSqlJs.SqlValue[])[];

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function blockRanges(all: Query, file: string): readonly Owned[] {
  return all(
    `select s.block_id, s.source_start, s.source_end from block_sources s join blocks b on b.id = s.block_id
     join documents d on d.id = b.document_id where d.source_file = ${quoted(file)} order by d.ord, b.ord, s.ord`,
  ).map(([id, start, end]) => ({ owner: String(id), start: Number(start), end: Number(end) }));
}

function furnitureRanges(all: Query, file: string): readonly Owned[] {
  return all(
    `select reason, source_start, source_end from furniture where source_file = ${quoted(file)}`,
  ).map(([reason, start, end]) => ({ owner: String(reason), start: Number(start), end: Number(end) }));
}

const BLANK = /[\s\u00a0\u3000\ufeff]/;

function coverage(file: string, text: string, owned: readonly Owned[], problems: string[]): number {
  const owners = new Map<number, string>();
  for (const { owner, start, end } of owned) {
    if (start < 0 || end > text.length || start >= end)
      problems.push(`${file}: ${owner} has the range ${start}-${end}`);
    for (let i = start; i < end; i += 1) {
      if (BLANK.test(text[i] ?? '')) continue;
      const other = owners.get(i);
      if (other !== undefined)
        problems.push(`${file} at ${i}: “${text[i] ?? ''}” is of ${other} and of ${owner}`);
      owners.set(i, owner);
    }
  }
  let seen = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (BLANK.test(text[i] ?? '')) continue;
    seen += 1;
    if (!owners.has(i)) problems.push(`${file} at ${i}: “${text[i] ?? ''}” belongs to nothing`);
  }
  return seen;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly replacement: string;
}

function proveBlocks(all: Query, file: string, text: string, problems: string[]): void {
  const ranges = group(blockRanges(all, file), (r) => r.owner);
  const repairs = group(
    all(
      'select block_id, source_start, source_end, original, replacement from repairs order by source_start',
    ).map(([id, start, end, original, replacement]) => ({
      id: String(id),
      start: Number(start),
      end: Number(end),
      original: String(original),
      replacement: String(replacement),
    })),
    (r) => r.id,
  );
  const rows = all(
    `select b.id, b.document_id, b.number, b.text, b.closing, b.kind from blocks b
     join documents d on d.id = b.document_id where d.source_file = ${quoted(file)} order by d.ord, b.ord`,
  );
  let last = -1;
  let lastDocument = '';
  for (const [id, document, number, own, closing, kind] of rows) {
    const blockId = String(id);
    const mine = ranges.get(blockId) ?? [];
    const changes = repairs.get(blockId) ?? [];
    const label = kind === 'heading' && number !== null ? String(number) : '';
    const expected = `${label}${String(own)}${String(closing)}`;
    const rebuilt = applyRepairs(text, mine, changes, blockId, problems);
    if (rebuilt !== expected)
      problems.push(`${blockId}: the file gives “${rebuilt}”, the block has “${expected}”`);
    const first = mine[0]?.start ?? -1;
    if (String(document) !== lastDocument) last = -1;
    if (first < last) problems.push(`${blockId}: not in source order`);
    last = mine[mine.length - 1]?.end ?? last;
    lastDocument = String(document);
    if (kind === 'table') proveCells(all, blockId, text, mine, problems);
  }
}

function applyRepairs(
  text: string,
  ranges: readonly Owned[],
  changes: readonly Change[],
  blockId: string,
  problems: string[],
): string {
  for (const change of changes) {
    if (text.slice(change.start, change.end) !== change.original) {
      problems.push(`${blockId}: a repair at ${change.start} does not quote the file`);
    }
  }
  return ranges
    .map((range) => {
      let out = '';
      let at = range.start;
      for (const change of changes) {
        if (change.start < range.start || change.end > range.end) continue;
        out += text.slice(at, change.start) + change.replacement;
        at = change.end;
      }
      return out + text.slice(at, range.end);
    })
    .join('');
}

function proveCells(
  all: Query,
  blockId: string,
  text: string,
  ranges: readonly Owned[],
  problems: string[],
): void {
  const cells = all(
    `select source_start, source_end from table_cells where block_id = ${quoted(blockId)} order by ord`,
  ).map(([start, end]) => ({ start: Number(start), end: Number(end) }));
  for (const range of ranges) {
    for (let i = range.start; i < range.end; i += 1) {
      if (BLANK.test(text[i] ?? '') || cells.some((c) => c.start <= i && i < c.end)) continue;
      problems.push(`${blockId} at ${i}: “${text[i] ?? ''}” is in no cell`);
    }
  }
}

function proveSource(all: Query, file: string, text: string, problems: string[]): void {
  // As bytes: reading a text value would drop a byte order mark at its beginning.
  const [bytes] = all(`select cast(text as blob) from sources where file = ${quoted(file)}`)[0] ?? [];
  const stored =
    bytes instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;
  if (stored !== text) problems.push(`${file}: the stored source is not the file`);
}

function provePlaces(all: Query, problems: string[]): void {
  const lengths = new Map<string, number>();
  const counted = new Map<string, number>();
  for (const [id, document, text] of all('select id, document_id, text from blocks')) {
    lengths.set(String(id), String(text).length);
    counted.set(String(document), (counted.get(String(document)) ?? 0) + String(text).length);
  }
  for (const [id, block, start, end] of all(
    'select document_id, block_id, text_start, text_end from defects where block_id is not null',
  )) {
    if (Number(start) <= Number(end) && Number(end) <= (lengths.get(String(block)) ?? -1)) continue;
    problems.push(`${String(id)}: a defect at ${String(start)}-${String(end)} of ${String(block)}`);
  }
  for (const [id, count] of all('select id, character_count from documents')) {
    if (count !== (counted.get(String(id)) ?? 0))
      problems.push(`${String(id)}: ${String(count)} characters are counted, the blocks have others`);
  }
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [item]);
    else list.push(item);
  }
  return groups;
}

function tableCounts(all: Query): readonly (readonly [string, number])[] {
  const names = all(`select name from sqlite_master where type = 'table' order by name`).map(([name]) =>
    String(name),
  );
  return names.map((name) => [name, Number(all(`select count(*) from ${name}`)[0]?.[0] ?? 0)] as const);
}
