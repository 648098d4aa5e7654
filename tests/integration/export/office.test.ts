import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extensions, makeExport, writeExport } from '../../../main/export/write-export.ts';
import type { Annotation, DocumentContent, DocumentId, NoteFormat } from '../../../preload/contract/index.ts';
import { createAnchor } from '../../../renderer/domain/anchors/index.ts';
import { hostileSet } from '../../support/export-samples.ts';
import { choiceOf } from '../../support/export-sets.ts';
import { convertToPdf, office } from '../../support/office.ts';
import { seedRepository } from '../../support/seed-library.ts';
import { annotation } from '../../support/user-records.ts';

const repository = seedRepository();
const formats = ['docx', 'annotated-docx', 'xlsx'] as const satisfies readonly NoteFormat[];
let folder = '';
let plan: DocumentContent;
let notes: readonly Annotation[];

if (office === undefined) {
  console.warn('LibreOffice is not installed: its tests are left out. Run: node build/setup.mjs --tests');
}

/** What a PDF says, without what pages and lines divide. */
async function wordsOf(file: string): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(file))), {
    mergePages: true,
  });
  return squeezed(text).replace(/—\d+—/g, '');
}

// Fonts draw some ideographs with the glyphs of radicals; a reader of the page sees no difference.
const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** A note on every 15th paragraph of the plan with its table. */
function notesOn(content: DocumentContent): readonly Annotation[] {
  return content.blocks
    .filter(({ text }) => text.length >= 20)
    .filter((_, index) => index % 15 === 0)
    .flatMap((block, index) => {
      const anchor = createAnchor(
        content,
        { blockId: block.id, offset: 2 },
        { blockId: block.id, offset: 14 },
      );
      const rest = {
        note: `核对第${index}处**时限**`,
        tags: ['办公'],
        due: '2027-01-01',
        status: 'open' as const,
      };
      return anchor === null ? [] : [annotation({ ...rest, anchor })];
    });
}

describe.skipIf(office === undefined)('LibreOffice opens', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-office-'));
    const source = repository();
    plan = await source.readDocument('003' as DocumentId);
    notes = notesOn(plan);
    await source.applyAnnotations({ put: notes, remove: [] });
    const template = { title: '学习笔记', author: '王小明', unit: '某局', footer: '内部资料' };
    const choice = choiceOf({ template, sheets: ['measures', 'facts'] });
    const occasion = { exportedAt: new Date(), version: '0.1.0' };
    await mkdir(path.join(folder, 'in'));
    const files: string[] = [];
    for (const format of formats) {
      const request = { format, selection: { documentIds: null }, choice };
      const whole = path.join(folder, 'in', `${format}.${extensions[format]}`);
      const hostile = path.join(folder, 'in', `hostile-${format}.${extensions[format]}`);
      await writeFile(whole, await makeExport(source, request, occasion));
      await writeFile(hostile, await writeExport(hostileSet(), format, choice));
      files.push(whole, hostile);
    }
    await convertToPdf(files, folder);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('every file, hostile ones too', async () => {
    const made = (await readdir(folder)).filter((name) => name.endsWith('.pdf')).sort();
    expect(made).toEqual(formats.flatMap((format) => [`${format}.pdf`, `hostile-${format}.pdf`]).sort());
  });

  test('the annotated document with its whole text', async () => {
    const words = await wordsOf(path.join(folder, 'annotated-docx.pdf'));
    // LibreOffice 7.4 leaves out of the PDF a comma for which a line has no room.
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
    const all = letters(words);
    const missing = plan.blocks.filter(
      ({ kind, text }) => kind !== 'table' && !all.includes(letters(squeezed(text))),
    );
    expect(missing.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });

  test('the report with every quote and note', async () => {
    const words = await wordsOf(path.join(folder, 'docx.pdf'));
    expect(notes.length).toBeGreaterThan(5);
    for (const [index, { anchor }] of notes.entries()) {
      expect(words).toContain(squeezed(anchor.exact));
      expect(words).toContain(`核对第${index}处时限`);
    }
    expect(words).toMatch(/^某局学习笔记整理:某局王小明/);
    expect(words).toMatch(/内部资料$/);
  });

  test('the workbook with its sheets', async () => {
    const words = await wordsOf(path.join(folder, 'xlsx.pdf'));
    for (const { anchor } of notes) expect(words).toContain(squeezed(anchor.exact));
    const hostile = await wordsOf(path.join(folder, 'hostile-xlsx.pdf'));
    expect(hostile).toContain('=HYPERLINK("http://example.org";"x")');
    expect(hostile).not.toMatch(/#NAME|#VALUE|Err:/);
  });
});
