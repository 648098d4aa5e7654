import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../build/library/build-library.ts';
import { sha256 } from '../../../build/library/seeds.ts';
import { openLocalRepository } from '../../../main/storage/local-repository.ts';
import type { Repository } from '../../../main/storage/repository.ts';
import type { BlockId, DocumentId } from '../../../preload/contract/index.ts';
import { standingOf } from '../../../renderer/domain/citations/index.ts';
import { wasmFile } from '../../support/sample-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/* Three short documents that cite one another, for what the five real ones do not do. */
const old = ['关于某项补贴的办法', '沪府规〔2018〕3号', '一、总则', '本办法自2018年2月1日起施行。'];
const later = [
  '关于另一项补贴的办法',
  '一、总则',
  '按照《关于某项补贴的办法》(沪府规〔2018〕3号，以下简称《补贴办法》)执行；《补贴办法》没有规定的，从《关于某项补贴的办法》的说明。',
  '参照沪府规〔2018〕33号。',
];
const repealing = [
  '关于某项补贴的新办法',
  '一、总则',
  '本办法自2020年1月1日起施行。原《关于某项补贴的办法》(沪府规〔2018〕3号)同时废止。',
];

const entry = (id: string, lines: readonly string[], text: string, rest = {}) => ({
  id,
  sourceFile: `${id}.txt`,
  sha256: sha256(text),
  title: lines[0],
  titleBasis: 'stated',
  documentNumber: null,
  issuer: null,
  kind: null,
  level: null,
  issuedOn: null,
  effectiveOn: null,
  expiresOn: null,
  addressees: null,
  script: 'hans',
  completeness: 'complete',
  ...rest,
});

let repository: Repository;

/** Builds the three and opens them; every file begins with a byte order mark. */
async function open(): Promise<Repository> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'documents'));
  const texts = [old, later, repealing].map((lines) => `\uFEFF${lines.join('\n')}\n`);
  const documents = [
    entry('a', old, texts[0] ?? '', { documentNumber: '沪府规〔2018〕3号', effectiveOn: '2018-02-01' }),
    entry('b', later, texts[1] ?? ''),
    entry('c', repealing, texts[2] ?? '', { effectiveOn: '2020-01-01' }),
  ];
  for (const [index, text] of texts.entries())
    await writeFile(path.join(folder, 'documents', `${documents[index]?.id}.txt`), text);
  const manifest = JSON.stringify({ schemaVersion: 1, documents, bodies: [] });
  await writeFile(path.join(folder, 'manifest.json'), manifest);
  const contentFile = path.join(folder, 'content.db');
  await writeFile(contentFile, await buildLibrary(folder));
  return openLocalRepository({ contentFile, userFile: path.join(folder, 'user.db'), wasmFile });
}

const details = (id: string) => repository.readDetails(id as DocumentId);

beforeEach(async () => {
  repository = await open();
});

describe('documents that cite one another', () => {
  it('are linked by the whole 文号 and its abbreviation, not by a title or a longer number', async () => {
    const { citations } = await details('b');
    expect(citations.map((citation) => [citation.text, standingOf(citation)])).toEqual([
      ['《关于某项补贴的办法》', 'linked'],
      ['《补贴办法》', 'linked'],
      ['《补贴办法》', 'linked'],
      ['《关于某项补贴的办法》', 'absent'],
      ['沪府规〔2018〕33号', 'absent'],
    ]);
  });

  it('know who cites and who repeals them', async () => {
    const { backlinks } = await details('a');
    expect(backlinks.map(({ documentId, relation, text }) => [documentId, relation, text])).toEqual([
      ['b', 'cites', '《关于某项补贴的办法》'],
      ['b', 'cites', '《补贴办法》'],
      ['b', 'cites', '《补贴办法》'],
      ['c', 'repeals', '《关于某项补贴的办法》'],
    ]);
    expect(backlinks[3]?.title).toBe('关于某项补贴的新办法');
    expect((await details('c')).backlinks).toEqual([]);
  });

  it('show their original where the file has it, a byte order mark before it or not', async () => {
    const { blocks } = await repository.readDocument('c' as DocumentId);
    for (const block of blocks) {
      const { pieces } = await repository.readOriginal('c' as DocumentId, block.id as BlockId);
      const label = block.kind === 'heading' ? (block.number ?? '') : '';
      expect(pieces.map(({ text }) => text).join('')).toBe(`${label}${block.text}${block.closing}`);
    }
    const { evidence } = await details('c');
    expect(evidence.find(({ field }) => field === 'effective_on')?.quote).toBe('自2020年1月1日起施行');
  });
});
