import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/runtime/locations.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const old = '第一条　为了规范管理，制定本办法。\n第二条　本办法适用于本市行政区域。\n';
const fresh = `前言。\n${old}`;
const quote = {
  start: 4,
  end: 10,
  exact: old.slice(4, 10),
  prefix: old.slice(0, 4),
  suffix: old.slice(10, 42),
};

type Files = {
  readonly old: string | Uint8Array;
  readonly fresh: string | Uint8Array;
  readonly anchors: string;
};

/** Runs the command on files of these contents. */
async function run({ old, fresh, anchors }: Files) {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'old.txt'), old);
  writeFileSync(join(folder, 'new.txt'), fresh);
  writeFileSync(join(folder, 'anchors.json'), anchors);
  return command(['old.txt', 'new.txt', 'anchors.json'].map((name) => join(folder, name)));
}

function command(files: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'build/reanchor/reanchor.ts', ...files],
    { cwd: repositoryRoot, encoding: 'utf8', timeout: 60_000 },
  );
  return { status, stdout, stderr };
}

describe('the command reanchor', () => {
  it('answers every anchor in order; a bad one does not take the others down', async () => {
    const anchors = [
      { id: 'a', ...quote },
      'nonsense',
      { id: 7, ...quote, start: -1, end: 1e12 },
      { id: 'empty', start: 0, end: 0, exact: '' },
      { id: 'gone', start: 0, end: 4, exact: '无此一句', prefix: '', suffix: '' },
      { id: 'a', ...quote, prefix: 5 },
    ];
    const { status, stdout, stderr } = await run({ old, fresh, anchors: JSON.stringify(anchors) });
    expect(status).toBe(0);
    const found = { state: 'moved', start: 8, end: 14, score: 1 };
    const lost = { state: 'orphan', start: null, end: null, score: 0 };
    expect(JSON.parse(stdout)).toEqual([
      { id: 'a', ...found },
      { id: null, ...lost },
      { id: 7, ...found },
      { id: 'empty', ...lost },
      { id: 'gone', ...lost },
      { id: 'a', ...found },
    ]);
    expect(stderr.trim().split('\n')).toHaveLength(4);
    expect(stderr).toContain('Anchor 2 (id null) is an orphan: it is not an object.');
  });

  it.each([
    ['anchors that are not JSON', { old, fresh, anchors: '[{' }, /anchors\.json is not JSON: .+\n$/u],
    ['anchors that are no list', { old, fresh, anchors: '{}' }, /anchors\.json is not a list of anchors/u],
    [
      'a text in GB 18030',
      { old, fresh: new Uint8Array([0xc4, 0xe3, 0xba, 0xc3]), anchors: '[]' },
      /new\.txt is not UTF-8 text\.\n$/u,
    ],
  ])('refuses %s with a sentence', async (_, files, sentence) => {
    const { status, stdout, stderr } = await run(files);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });

  it('says which file is missing, and how it is called', () => {
    expect(command(['/nowhere/old.txt', '/nowhere/old.txt', '/nowhere/anchors.json'])).toEqual({
      status: 2,
      stdout: '',
      stderr: '/nowhere/old.txt cannot be read: there is no such file.\n',
    });
    expect(command([]).stderr).toContain('Three files are needed');
  });
});
