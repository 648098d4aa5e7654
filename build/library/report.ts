/** `library:report`: how faithfully the seeds were read, as Markdown on stdout. */
import type { IngestedFile, StructuredDocument } from '../../main/ingest/index.ts';
import { buildLibrary, SEEDS } from './build-library.ts';
import { proveLibrary } from './proof.ts';
import { readSeeds } from './seeds.ts';

function count<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function listing(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([key, n]) => `${key} ${n}`).join(', ');
}

function outlineRow(d: StructuredDocument): readonly (string | number)[] {
  const of = (level: number): number =>
    d.blocks.filter((b) => b.kind === 'heading' && b.level === level).length;
  const items = d.blocks.filter((b) => b.kind === 'item').length;
  const runIn = d.blocks.filter((b) => b.runInOf !== null).length;
  return [d.head.id, d.head.title, of(1), of(2), of(3), of(4), runIn, items, d.blocks.length];
}

function metadataRow(d: StructuredDocument): readonly (string | number)[] {
  const h = d.head;
  const basis = (column: string): string => {
    const found = d.evidence.find((e) => e.field === column);
    return found?.basis === 'inferred' ? ' (inferred)' : '';
  };
  const cell = (value: string | null, column: string): string =>
    value === null ? '–' : value + basis(column);
  return [
    h.id,
    cell(h.documentNumber, 'document_number'),
    cell(h.issuer, 'issuer'),
    cell(h.kind, 'kind'),
    cell(h.level, 'level'),
    cell(h.issuedOn, 'issued_on'),
    cell(h.effectiveOn, 'effective_on'),
    cell(h.expiresOn, 'expires_on'),
    h.completeness,
  ];
}

function repairRow(d: StructuredDocument): readonly (string | number)[] {
  const counts = count(
    d.blocks.flatMap((b) => b.repairs),
    (r) => r.kind,
  );
  const kinds = ['space', 'page-join', 'line-join', 'bracket', 'furniture'];
  return [d.head.id, ...kinds.map((kind) => counts.get(kind) ?? 0)];
}

function furnitureRow(file: IngestedFile): readonly (string | number)[] {
  return [file.file, listing(count(file.furniture, (f) => f.reason)) || '–'];
}

async function main(): Promise<void> {
  const { files, texts } = await readSeeds(SEEDS);
  const documents = files.flatMap((f) => f.documents);
  const proof = await proveLibrary(await buildLibrary(SEEDS), texts);
  const defects = documents.flatMap((d) =>
    d.defects.map((x) => [d.head.id, x.start, x.kind, x.note] as const),
  );
  const shown = defects.filter(([, , kind]) => kind !== 'mixed-script');
  const text = [
    '# Fidelity of the library',
    proof.problems.length === 0
      ? 'Every character that is not blank belongs to exactly one block or furniture range.'
      : `**${proof.problems.length} problems**: ${proof.problems.slice(0, 5).join('; ')}`,
    table(['what', 'count'], proof.counts),
    '## Outline',
    table(['id', 'title', 'L1', 'L2', 'L3', 'L4', 'run-in', 'items', 'blocks'], documents.map(outlineRow)),
    '## Metadata',
    table(
      ['id', '文号', 'issuer', 'kind', 'level', 'issued', 'effective', 'expires', 'state'],
      documents.map(metadataRow),
    ),
    '## Repairs',
    table(['id', 'space', 'page-join', 'line-join', 'bracket', 'furniture'], documents.map(repairRow)),
    '## Furniture',
    table(['file', 'ranges'], files.map(furnitureRow)),
    '## Defects',
    `${defects.length}, of them ${defects.length - shown.length} of mixed script.`,
    table(['id', 'at', 'kind', 'note'], shown),
    '## Measures, citations, facts',
    table(
      ['id', 'measures', 'bodies named', 'citations', 'facts'],
      documents.map((d) => [
        d.head.id,
        d.measures.length,
        d.measureBodies.length,
        listing(count(d.citations, (c) => c.kind)) || '–',
        listing(count(d.facts, (f) => f.type)) || '–',
      ]),
    ),
  ];
  process.stdout.write(`${text.join('\n\n')}\n`);
  if (proof.problems.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`library: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
