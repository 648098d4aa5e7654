import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocumentId, FactFormat, FactId, LibraryFact } from '../../../preload/contract/index.ts';
import { isDatedDuty } from '../../../renderer/domain/facts/index.ts';
import { readCalendar } from '../../support/calendar-reader.ts';
import { composedCalls, granted } from '../../support/composed-calls.ts';
import { readCsv } from '../../support/csv-reader.ts';
import { sqlite } from '../../support/sample-library.ts';
import { seedLibrary } from '../../support/seed-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// Time on a shared machine, not a measure of anything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const asked = vi.hoisted(() => ({
  options: [] as { defaultPath: string; filters: { name: string; extensions: string[] }[] }[],
  answer: { canceled: true, filePath: '' },
}));

vi.mock('electron', async () => {
  const { ipcMain } = await import('../../support/electron-double.ts');
  const showSaveDialog = async (_window: unknown, options: (typeof asked.options)[number]) => {
    asked.options.push(options);
    return asked.answer;
  };
  return { ipcMain, protocol: {}, dialog: { showSaveDialog } };
});

beforeEach(() => {
  asked.options = [];
  asked.answer = { canceled: true, filePath: '' };
});

/** The calls over the five documents, all facts, and an export of some of them into a file that is read back. */
async function withFacts() {
  const calls = await composedCalls({ library: await seedLibrary() });
  const facts = granted(await calls.ask('library.readFacts', {}));
  const folder = await temporaryFolder();
  const exported = async (chosen: readonly LibraryFact[], format: FactFormat) => {
    const file = path.join(folder, `指标.${format}`);
    asked.answer = { canceled: false, filePath: file };
    const factIds = chosen.map(({ id }) => id);
    const result = granted(await calls.ask('export.facts', { factIds, format }));
    return { result, text: await readFile(file, 'utf8') };
  };
  return { ...calls, facts, folder, exported };
}

const of = (facts: readonly LibraryFact[], documentId: string) =>
  facts.filter((fact) => fact.documentId === documentId);
const pension = (facts: readonly LibraryFact[]) =>
  facts.filter(({ sentence }) => sentence.includes('人均基本養老金增長15%'));

describe('facts as a table', () => {
  test('are all there, in the order asked for, each with its document and its place', async () => {
    const { facts, exported } = await withFacts();
    const chosen = [...facts].reverse();
    const { result, text } = await exported(chosen, 'csv');
    expect(result).toEqual({
      outcome: 'saved',
      fileName: '指标.csv',
      factCount: facts.length,
      leftOut: 0,
    });
    expect(text.startsWith('\uFEFF文件,文号,类型,事项,关系,数值,单位,期限,原文数值,原句,位置,编号\r\n')).toBe(
      true,
    );
    const [head, ...rows] = readCsv(text);
    expect(rows.map((row) => row.at(-1))).toEqual(chosen.map(({ id }) => id));
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
    expect(asked.options[0]).toMatchObject({
      defaultPath: '全部政策 指标与期限.csv',
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    });
  });

  test('of one document are offered under its title; the pensions are as printed', async () => {
    const { facts, exported } = await withFacts();
    const [row] = readCsv((await exported(pension(facts), 'csv')).text).slice(1);
    expect(row).toEqual([
      '上海市政府工作报告（2012年工作任务，节选）',
      '',
      '目标',
      expect.stringMatching(/養老金$/),
      '等于',
      '15',
      '%',
      '2012',
      '15%',
      expect.stringContaining('人均基本養老金增長15%'),
      expect.stringMatching(/¶\d+$/),
      '002-f0001',
    ]);
    expect(asked.options[0]?.defaultPath).toBe('上海市政府工作报告（2012年工作任务，节选） 指标与期限.csv');
  });

  test('speak the language of the program', async () => {
    const { ask, facts, exported } = await withFacts();
    granted(await ask('settings.save', { language: 'en' }));
    const [head, row] = readCsv((await exported(of(facts, '000').slice(0, 1), 'csv')).text);
    expect(head?.slice(0, 3)).toEqual(['Document', 'Document number', 'Type']);
    expect(row?.slice(1, 7)).toEqual(['沪府发〔2009〕25号', 'Target date', '', 'at most', '2020', 'year']);
  });
});

describe('facts as a calendar', () => {
  test('are the dated duties, each on its day, the rest counted', async () => {
    const { ask, facts, exported } = await withFacts();
    const { result, text } = await exported(facts, 'ics');
    const duties = facts.filter(isDatedDuty);
    expect(result).toMatchObject({ factCount: duties.length, leftOut: facts.length - duties.length });
    const { events } = readCalendar(text);
    const { libraryHash } = granted(await ask('app.about', {}));
    expect(events.map((event) => event.UID)).toEqual(
      duties.map(({ id }) => `${id}.${libraryHash.slice(0, 16)}@policy-reader`),
    );
    for (const [index, event] of events.entries()) {
      expect(event['DTSTART;VALUE=DATE']).toMatch(/^\d{8}$/);
      expect(event.DESCRIPTION).toContain(duties[index]?.sentence);
    }
    expect(asked.options[0]?.defaultPath).toBe('全部政策 指标与期限.ics');
  });

  test('of a year stand on its last day and say so; of a whole date, on that day without a word', async () => {
    const { facts, exported } = await withFacts();
    const year = readCalendar((await exported(pension(facts), 'ics')).text).events[0];
    expect(year).toMatchObject({ 'DTSTART;VALUE=DATE': '20121231', 'DTEND;VALUE=DATE': '20130101' });
    expect(year?.DESCRIPTION).toMatch(/原文只写“2012”，这里记在该期间的最后一天（2012-12-31）。$/);
    expect(year?.SUMMARY).toMatch(/^目标：.*養老金 15% 《上海市政府工作报告/);
    const moved = of(facts, '001-p12').filter(({ due }) => due === '2022-10-31');
    const day = readCalendar((await exported(moved, 'ics')).text).events[0];
    expect(day).toMatchObject({ 'DTSTART;VALUE=DATE': '20221031', 'DTEND;VALUE=DATE': '20221101' });
    expect(day?.DESCRIPTION).not.toContain('最后一天');
  });

  test('without any date ask nobody and write nothing', async () => {
    const { ask, facts, folder } = await withFacts();
    const factIds = facts.filter(({ due }) => due === null).map(({ id }) => id);
    expect(granted(await ask('export.facts', { factIds, format: 'ics' }))).toEqual({
      outcome: 'nothing-dated',
    });
    expect(asked.options).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a fact asked for twice is written once; one that is not there is refused, and nobody is asked', async () => {
  const { ask, facts, exported } = await withFacts();
  const [first] = facts;
  if (first === undefined) throw new Error('no facts');
  expect((await exported([first, first], 'csv')).result).toMatchObject({ factCount: 1 });
  asked.options = [];
  const factIds = [first.id, '099-f0001' as FactId];
  expect(await ask('export.facts', { factIds, format: 'csv' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  expect(asked.options).toEqual([]);
});

test('an export that is cancelled writes nothing', async () => {
  const { ask, facts, folder } = await withFacts();
  const factIds = facts.map(({ id }) => id);
  expect(granted(await ask('export.facts', { factIds, format: 'csv' }))).toEqual({ outcome: 'cancelled' });
  expect(await readdir(folder)).toEqual([]);
});

test('the views beside the text answer through the window, and refuse what is not there', async () => {
  const { ask, facts } = await withFacts();
  const documentId = '002' as DocumentId;
  const details = granted(await ask('library.readDetails', { documentId }));
  expect(details.facts).toHaveLength(of(facts, '002').length);
  const blockId = details.facts[0]?.blockId;
  if (blockId === undefined) throw new Error('no facts');
  expect(granted(await ask('library.readOriginal', { documentId, blockId })).pieces).not.toEqual([]);
  expect(granted(await ask('library.readBodies', {})).length).toBeGreaterThan(50);
  for (const answer of [
    await ask('library.readDetails', { documentId: '099' as DocumentId }),
    await ask('library.readOriginal', { documentId: '000' as DocumentId, blockId }),
  ])
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

test.each([
  ['no library', null, 'CONTENT_MISSING'],
  ['a library without its sources', 'drop table sources', 'CONTENT_CORRUPT'],
  ['a library of an unknown kind of fact', "update facts set type = 'x'", 'CONTENT_CORRUPT'],
])('with %s the views beside the text say so', async (_name, spoil, code) => {
  let library: Uint8Array | null = null;
  if (spoil !== null) {
    const database = new (await sqlite()).Database(await seedLibrary());
    database.run(spoil);
    library = database.export();
    database.close();
  }
  const { ask } = await composedCalls({ library });
  expect(await ask('library.readDetails', { documentId: '002' as DocumentId })).toMatchObject({
    ok: false,
    error: { code },
  });
});
