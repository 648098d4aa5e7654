import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/runtime/locations.mjs';
import { seedLibrary } from '../../support/seed-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function command(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'build/query/query.ts', ...words],
    { cwd: repositoryRoot, encoding: 'utf8', timeout: 60_000, input, maxBuffer: 2 ** 26 },
  );
  return { status, stdout, stderr };
}

async function library(): Promise<string> {
  const file = join(await temporaryFolder(), 'content.db');
  writeFileSync(file, await seedLibrary());
  return file;
}

describe('the command query', () => {
  it('answers in words, and in JSON with places in the block and in the file', async () => {
    const db = await library();
    const words = command(['養老金', '--db', db]);
    expect(words).toMatchObject({ status: 0, stderr: '' });
    expect(words.stdout).toContain('3 段，4 处，3 份文件');
    const { status, stdout } = command(['--json', '--limit=1', '--db', db, '上海市政府工作报告']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      total: 1,
      occurrences: 1,
      hits: [
        { documentId: '002', blockId: '002-title', printed: false, start: 0, end: 9, sourceStart: null },
      ],
      problems: [],
    });
  }, 60_000);

  it('answers forty lines with forty objects, whatever stands in them', async () => {
    const db = await library();
    const lines = [
      '',
      '"',
      '-养老',
      '年份:x',
      '(a+)+$',
      '\u0000',
      '养'.repeat(10_000),
      '\ud83d',
      '养老 或 医疗',
    ];
    while (lines.length < 40) lines.push(`金融 中心 -${lines.length}`);
    const { status, stdout, stderr } = command(['--stdin', '--db', db], `${lines.join('\r\n')}\n`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answers = stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(40);
    const codes = answers.map((line) =>
      JSON.parse(line).problems.map(({ code }: { readonly code: string }) => code),
    );
    expect(codes.slice(0, 9)).toEqual([
      ['empty'],
      ['unbalanced-quote', 'nothing-to-find'],
      ['only-exclusions'],
      ['bad-year'],
      [],
      ['control-character', 'empty'],
      ['too-long'],
      // On its way through the standard input it became the sign for what cannot be read.
      [],
      [],
    ]);
  }, 60_000);

  it('finds exact characters when asked to', async () => {
    const db = await library();
    const totalOf = (words: readonly string[]) =>
      JSON.parse(command(['--json', '--limit', '0', '--db', db, ...words]).stdout).total;
    expect(totalOf(['養老金'])).toBe(3);
    expect(totalOf(['養老金', '--exact'])).toBe(1);
  }, 60_000);

  it.each([
    ['no query', [], /Either a query or --stdin/],
    ['an unknown option', ['x', '--verbose'], /no option --verbose/],
    ['no number', ['x', '--limit', 'many'], /whole number/],
    ['a library that is not there', ['x', '--db', '/nowhere/content.db'], /cannot be searched/],
    ['a file that is none', ['x', '--db', 'package.json'], /cannot be searched/],
  ])(
    'exits 2 with one sentence: %s',
    (_what, words, sentence) => {
      const { status, stdout, stderr } = command(words);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr.trim()).toMatch(sentence);
      expect(stderr.trim()).not.toContain('\n');
    },
    60_000,
  );
});
