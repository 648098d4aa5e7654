import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { openFromLibrary } from '../../build/tour/journey.ts';
import { answerSaveDialog } from '../../build/tour/launch-app.ts';
import { goTo, openDocument } from '../support/keys.ts';
import { test } from '../support/reader-app.ts';
import { annotationOn, openStorageIn } from '../support/seeded-notes.ts';

/** The text of a PDF as its code points say it, and what it tells of itself. */
async function readPdf(file: string) {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)));
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string } };
  return {
    // Lines of a page are no lines of the text.
    text: text.replace(/\s+/g, ''),
    title: info.Title,
    outline: ((await pdf.getOutline()) ?? []).flatMap(({ title, items }) => [
      title,
      ...items.map((item: { title: string }) => item.title),
    ]),
    tagged: (await pdf.getMarkInfo())?.Marked,
  };
}

test('a document is saved as a PDF with its notes in the margin, its words as they are searched', async ({
  start,
  home,
}) => {
  const storage = await openStorageIn(home);
  await storage.applyAnnotations({
    put: [
      await annotationOn(storage, '002', '物價牽動民心', {
        note: '**要点**：与上年比较 ﹤img onerror﹥ <img src=x>',
        tags: ['民生'],
        due: '2026-12-31',
        status: 'open',
      }),
      await annotationOn(storage, '002', '基本養老金', { style: 'underline', note: '第二条' }),
      await annotationOn(storage, '002', '住房', { note: '在垃圾箱里', trashedAt: '2026-01-01T00:00:00Z' }),
    ],
    remove: [],
  });
  const { app, page } = await start();
  // By keys alone.
  await openDocument(page, /工作报告/);
  const file = path.join(home, '报告 批注.pdf');
  await answerSaveDialog(app, file);
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: '打印' });
  await expect(dialog.getByRole('radio', { name: '页边' })).toBeChecked();
  await goTo(page, dialog.getByRole('button', { name: '存为 PDF…' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已存为 报告 批注.pdf')).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toBeHidden();

  const pdf = await readPdf(file);
  expect(pdf.title).toBe('上海市政府工作报告（2012年工作任务，节选）');
  expect(pdf.tagged).toBe(true);
  expect(pdf.outline).toContain('(三)更加努力保障和改善民生,确保市民安居乐业');
  // Shown in simplified characters, printed in simplified characters; the number of the note behind its words.
  expect(pdf.text).toContain('让全市人民生活持续改善。物价牵动民心');
  expect(pdf.text).toContain('要点：与上年比较');
  expect(pdf.text).toContain('<imgsrc=x>');
  expect(pdf.text).toContain('#民生·期限2026-12-31·待办');
  expect(pdf.text).toContain('第二条');
  expect(pdf.text).not.toContain('在垃圾箱里');
  // A radical in the place of a character (⼯ for 工) looks right and is found by nobody.
  expect(pdf.text.match(/[\u2e80-\u2fdf]/g)).toBeNull();
});

test('a table is printed whole, notes at the end; what cannot be written leaves no file and is said', async ({
  start,
  home,
}) => {
  const storage = await openStorageIn(home);
  await storage.applyAnnotations({
    put: [await annotationOn(storage, '003', '知识产权', { note: '表外的一条批注' })],
    remove: [],
  });
  const { app, page } = await start();
  await openFromLibrary(page, /服务贸易/);
  const file = path.join(home, '003.pdf');
  await answerSaveDialog(app, path.join(home, 'no such folder', '003.pdf'));
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: '打印' });
  await dialog.getByRole('radio', { name: '文末' }).check();
  await dialog.getByRole('button', { name: '存为 PDF…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('没有打印成', { timeout: 60_000 });
  await answerSaveDialog(app, null);
  await dialog.getByRole('button', { name: '存为 PDF…' }).click();
  await expect(dialog.getByRole('alert')).toBeHidden();
  await expect(dialog.getByRole('button', { name: '存为 PDF…' })).toBeEnabled();
  await answerSaveDialog(app, file);
  await dialog.getByRole('button', { name: '存为 PDF…' }).click();
  await expect(page.getByText('已存为 003.pdf')).toBeVisible({ timeout: 60_000 });

  const pdf = await readPdf(file);
  const measures = (await storage.readDetails('003' as never)).measures;
  expect(measures).toHaveLength(80);
  for (const { measure } of measures) expect(pdf.text).toContain(measure.replace(/\s+/g, ''));
  expect(pdf.text.indexOf('表外的一条批注')).toBeGreaterThan(pdf.text.indexOf('上海市人民政府文件'));
  expect(pdf.text.match(/[\u2e80-\u2fdf]/g)).toBeNull();
});
