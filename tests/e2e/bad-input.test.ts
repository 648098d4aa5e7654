import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from 'playwright/test';
import { launchSwitches } from '../../build/runtime/child.mjs';
import { resolveRuntime } from '../../build/runtime/resolve.mjs';
import { markSelection, openFromLibrary, selectPassage } from '../../build/tour/journey.ts';
import { homeEnvironment, repository } from '../../build/tour/launch-app.ts';
import { dataFileOf } from '../../main/storage/journal/file-names.ts';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import { type DocumentId, defaultSettings } from '../../preload/contract/index.ts';
import { stateOfFolder } from '../support/file-state.ts';
import { copyOfApp, test, userFileIn } from '../support/reader-app.ts';
import { databaseOf } from '../support/user-files.ts';

const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

/** Writes a note file as the app of the first form would, and returns its place. */
async function userFileWithNotes(home: string): Promise<string> {
  const userFile = userFileIn(home);
  const storage = await openStorage(userFile);
  await storage.saveSettings({ route: { view: 'library' } });
  const bytes = await databaseOf(userFile);
  for (const name of await readdir(path.dirname(userFile)))
    if (dataFileOf(name) !== null) await rm(path.join(path.dirname(userFile), name));
  await writeFile(userFile, bytes);
  return userFile;
}

function openStorage(userFile: string) {
  return openLocalRepository({
    userFile,
    contentFile: path.join(repository, 'dist', 'content.db'),
    wasmFile: path.join(repository, 'dist', 'app', 'main', 'sql-wasm.wasm'),
  });
}

test.describe('the library file', () => {
  const cases = [
    { name: 'missing', sentence: '书库文件不见了，请重新安装程序。', spoil: (file: string) => rm(file) },
    {
      name: 'empty',
      sentence: '书库文件是空的，请重新安装程序。',
      spoil: (file: string) => writeFile(file, ''),
    },
    {
      name: 'damaged',
      sentence: '书库文件已损坏，请重新安装程序。',
      spoil: async (file: string) => {
        const bytes = await readFile(file);
        bytes.fill(0xa5, 4096, 60_000);
        await writeFile(file, bytes);
      },
    },
    {
      name: 'something else altogether',
      sentence: '书库文件已损坏，请重新安装程序。',
      spoil: (file: string) => writeFile(file, '这不是数据库'),
    },
  ];
  for (const { name, sentence, spoil } of cases) {
    test(`${name}: the window says so, and the notes stay in reach`, async ({ start, home }) => {
      const folder = await copyOfApp(home);
      await spoil(path.join(folder, 'dist', 'content.db'));
      const userFile = await userFileWithNotes(home);
      const before = await hashOf(userFile);
      const { page } = await start({ folder });
      await expect(page.getByRole('alert')).toContainText('书库打不开');
      await expect(page.getByRole('alert')).toContainText(sentence);
      expect(await hashOf(userFile)).toBe(before);
      await page.getByRole('button', { name: /^笔记/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: '笔记' })).toBeVisible();
    });
  }
});

test.describe('the notes file', () => {
  test('damaged: it is left as it is, and can be kept beside a new one', async ({ start, home }) => {
    const userFile = await userFileWithNotes(home);
    const bytes = await readFile(userFile);
    bytes.fill(0x5a, 2048, 6000);
    await writeFile(userFile, bytes);
    const before = await hashOf(userFile);
    const { page } = await start();
    await expect(page.getByRole('alert')).toContainText('笔记文件已损坏，程序没有改动它。');
    await openFromLibrary(page, /工作报告/);
    await selectPassage(page, '物价牵动民心');
    await page.keyboard.press('1');
    await expect(page.getByText('笔记没有存上：笔记文件已损坏，程序没有改动它。')).toBeVisible();
    expect(await hashOf(userFile)).toBe(before);

    await page.getByRole('button', { name: '保留旧文件并新建' }).click();
    await expect(page.getByText('旧文件已保留为 user.damaged-1.db')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await hashOf(path.join(path.dirname(userFile), 'user.damaged-1.db'))).toBe(before);
    await selectPassage(page, '物价牵动民心');
    await markSelection(page, '黄色');
    await expect(page.getByRole('tab', { name: '笔记 1' })).toBeVisible();
  });

  test('empty: it is not taken for a new one', async ({ start, home }) => {
    const userFile = userFileIn(home);
    await mkdir(path.dirname(userFile), { recursive: true });
    await writeFile(userFile, '');
    const { page } = await start();
    await expect(page.getByRole('alert')).toContainText('笔记文件已损坏');
    expect(await readFile(userFile)).toHaveLength(0);
  });

  test('written by a newer version: refused and untouched', async ({ start, home }) => {
    const userFile = await userFileWithNotes(home);
    const { default: initSqlJs } = await import('sql.js');
    const sqlite = await initSqlJs();
    const database = new sqlite.Database(await readFile(userFile));
    database.run("update meta set value = '99' where key = 'compat'");
    await writeFile(userFile, database.export());
    const before = await hashOf(userFile);
    const { page } = await start();
    await expect(page.getByRole('alert')).toContainText('更新版本的程序');
    await expect(page.getByRole('button', { name: '保留旧文件并新建' })).toHaveCount(0);
    await openFromLibrary(page, /工作报告/);
    await page.keyboard.press('b');
    await expect(page.getByText(/书签没有存上/)).toBeVisible();
    expect(await hashOf(userFile)).toBe(before);
    expect(await readdir(path.dirname(userFile))).toEqual(['user.db']);
  });

  test('with the last document gone: the library opens, and says why', async ({ start, home }) => {
    const storage = await openStorage(userFileIn(home));
    await storage.saveSettings({ route: { view: 'reader', documentId: '999' as DocumentId } });
    const { page } = await start();
    await expect(page.getByText('上次阅读的文件（999）已不在书库中，笔记都在。')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: '书库' })).toBeVisible();
  });
});

/** Selects, marks and opens the editor of a note; answers with its text field. */
async function beginNote(page: Page) {
  await selectPassage(page, '物价牵动民心');
  await page.getByRole('toolbar', { name: '标记所选文字' }).getByRole('button', { name: '笔记' }).click();
  return page.getByRole('textbox', { name: '笔记（支持 Markdown）' });
}

// A disk that is really full, or really read-only, needs a file system of its own, and mounting one needs root;
// for other users the same faults are in the integration tests of the storage.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  const mounted = async (folder: string, options: string, work: () => Promise<void>): Promise<void> => {
    await mkdir(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'policy-reader-test', folder]);
    try {
      await work();
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  };

  test('a full disk: notes, folders and tags stay where they are written and are saved once there is room', async ({
    start,
    home,
  }) => {
    const data = path.join(home, 'data');
    await mounted(data, 'size=1m', async () => {
      const { app, page } = await start();
      await openFromLibrary(page, /工作报告/);
      const editor = await beginNote(page);
      // Longer than what may be left of a page that the journal has already.
      const words = '存不下的笔记'.repeat(900);
      await editor.fill(words);
      const ballast = path.join(data, 'ballast');
      await writeFile(ballast, Buffer.alloc(2 * 1024 * 1024)).catch(() => undefined);
      await page.getByRole('button', { name: '保存' }).click();
      await expect(page.getByText('笔记没有存上：磁盘满了，请腾出空间后再试。')).toBeVisible();
      await expect(editor).toHaveValue(words);
      // What was written can be taken elsewhere, with the words it speaks of.
      await page.getByRole('alert').getByRole('button', { name: '复制内容' }).press('Enter');
      await expect(page.getByText('已复制', { exact: true })).toBeVisible();
      expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(`> 物價牽動民心\n\n${words}`);

      // Where nothing can be written folders and tags cannot be kept either; each says so, and what was entered stays to be tried again.
      execFileSync('mount', ['-o', 'remount,ro', data]);
      await page.keyboard.press('ControlOrMeta+1');
      await page.getByRole('button', { name: '新建文件夹' }).press('Enter');
      const name = page.getByRole('textbox', { name: '名称' });
      await name.fill('存不下的文件夹');
      await name.press('Enter');
      await expect(
        page.getByText('文件夹没有存上，什么都没有改动：这个位置不可写，请检查权限或换一个位置。'),
      ).toBeVisible();
      await expect(name).toHaveValue('存不下的文件夹');
      await page.keyboard.press('Escape');
      await page.getByRole('table').getByRole('button', { name: '操作' }).first().press('Enter');
      await page.getByRole('menuitem', { name: '标签…' }).press('Enter');
      const tags = page.getByRole('dialog').getByRole('textbox');
      await tags.fill('存不下的标签');
      await tags.press('Enter');
      await expect(
        page.getByText('没有存上，文件还在原来的文件夹和标签下：这个位置不可写，请检查权限或换一个位置。'),
      ).toBeVisible();
      await expect(tags).toHaveValue('存不下的标签');
      execFileSync('mount', ['-o', 'remount,rw', data]);
      await rm(ballast);
      await tags.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('table').getByText('存不下的标签')).toBeVisible();
      await expect(page.getByRole('row', { name: '存不下的文件夹' })).toHaveCount(0);

      // The note still waits in its editor.
      await page.keyboard.press('Alt+ArrowLeft');
      await expect(editor).toHaveValue(words);
      await page.getByRole('button', { name: '保存' }).click();
      await expect(editor).toBeHidden();
      await expect(page.getByText(words)).toBeVisible();
      await app.close();
    });
  });

  test('a read-only data folder: everything can be read, and a note says why it cannot be kept', async ({
    start,
    home,
  }) => {
    const data = path.join(home, 'data');
    await mounted(data, 'size=2m', async () => {
      const storage = await openStorage(userFileIn(home));
      await storage.saveSettings({ typography: { ...defaultSettings.typography, fontSize: 20 } });
      const before = await stateOfFolder(data);
      execFileSync('mount', ['-o', 'remount,ro', data]);
      const { app, page } = await start();
      await expect(page.getByRole('alert')).toContainText('数据目录不可写');
      await openFromLibrary(page, /工作报告/);
      await expect(page.locator('article.sheet')).toHaveCSS('font-size', '20px');
      await selectPassage(page, '物价牵动民心');
      await page.keyboard.press('2');
      await expect(page.getByText('笔记没有存上：这个位置不可写，请检查权限或换一个位置。')).toBeVisible();
      expect(await stateOfFolder(data)).toEqual(before);
      await app.close();
    });
  });
}

test('a second start brings the first window forward and ends', async ({ start, home }) => {
  const { app } = await start();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const runtime = await resolveRuntime();
  execFileSync(runtime.executable, [...launchSwitches(), repository], {
    env: homeEnvironment(home),
    timeout: 20_000,
  });
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    )
    .toEqual([false]);
});
