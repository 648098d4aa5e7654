import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { safeFileName } from '../../../../main/files/dialogs.ts';
import { runs } from '../../../support/runs.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

vi.mock('electron', () => ({ dialog: {} }));

describe('a title becomes a file name', () => {
  test.each([
    ['2012年上海市政府工作报告 笔记', '2012年上海市政府工作报告 笔记'],
    ['关于<养老金>的:通知/"意见"\\|?*', '关于 养老金 的 通知 意见'],
    ['第一行\n第二行\r\n第三行\t末', '第一行 第二行 第三行 末'],
    ['  两端空格  ', '两端空格'],
    ['结尾有点...', '结尾有点'],
    ['结尾有点. . .', '结尾有点'],
    ['沪府发〔2024〕7号', '沪府发〔2024〕7号'],
    ['含\u0000空\u0007字符', '含 空 字符'],
  ])('%j', (title, name) => {
    expect(safeFileName(title)).toBe(name);
  });

  test.each(['con', 'NUL', 'Aux', 'com1', 'LPT9', 'com¹', 'CONIN$', 'con.notes', 'nul .x', 'prn.'])(
    '%j is no device',
    (title) => {
      expect(safeFileName(title)).toMatch(/^_/);
    },
  );

  test.each(['console', 'com', 'com10', 'auxiliary', 'null'])('%j may stay as it is', (title) => {
    expect(safeFileName(title)).toBe(title);
  });

  test.each(['', ' ', '.', '..', '...', '???', '\u0000'])('%j still gives a name', (title) => {
    expect(safeFileName(title)).toBe('_');
  });
});

test('200 characters are cut to 80 without a dot or space at the end', () => {
  expect(safeFileName('a'.repeat(200))).toHaveLength(80);
  expect(safeFileName(`${'a'.repeat(79)}. ${'b'.repeat(100)}`)).toBe('a'.repeat(79));
});

test('a character is never cut in half, and the name fits where bytes are counted', () => {
  const name = safeFileName('𠮷'.repeat(200));
  expect(name.isWellFormed()).toBe(true);
  expect(Buffer.byteLength(name)).toBe(200);
});

test('whatever the title, the system takes the name', async () => {
  const folder = await temporaryFolder();
  const reserved = new Set('<>:"/\\|?*');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (title) => {
      const name = safeFileName(title);
      expect([...name].some((character) => reserved.has(character) || character < ' ')).toBe(false);
      expect(name).not.toMatch(/[. ]$/);
      await writeFile(path.join(folder, `${name}.md`), '');
    }),
    { numRuns: runs(100, 2000) },
  );
});
