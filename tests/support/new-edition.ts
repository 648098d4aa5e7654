import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Annotation } from '../../preload/contract/index.ts';
import { type Edit, editedLibrary } from './edited-library.ts';
import { copyOfApp } from './reader-app.ts';
import { annotationOn, openStorageIn } from './seeded-notes.ts';

// A document with notes on it, and another edition of it in which each of them meets another fate.

const source = '003_ba29fc60ce853ee2.txt';
export const title = /服务贸易创新发展试点/;

export const still = '加快推进本市服务贸易改革开放';
export const moved = '简化外资旅行社审批流程,实行企业承诺制';
export const changed = '审批时限由现在的30个工作日缩短至15个工作日';
export const became = '审批时限由现在的30个工作日压缩至10个工作日';
export const deleted = '探索国土空间规划资质管理工作';
export const reordered = '建立建筑师负责制的常态化运行机制';
export const reworked = '探索将外籍人员子女学校审批权从市级教育主管部门进一步下放';

const edits: readonly Edit[] = [
  ['二、试点任务', '各区要结合实际,另行制定年度工作安排。\n\n二、试点任务'],
  [changed, became],
  [`${deleted}。`, ''],
  [`探索国际通用的建筑工程设计咨询服务模式,${reordered}。`, ''],
  ['3.提高政务服务效能。', `3.提高政务服务效能。探索国际通用的建筑工程设计咨询服务模式,${reordered}。`],
  [`${reworked}。`, '教育方面的审批另行规定。'],
];

/** The library of an app exchanged for one with the edited document, as an update of the program does it. */
export async function updateLibrary(folder: string): Promise<void> {
  const bytes = await editedLibrary(source, edits);
  await writeFile(path.join(folder, 'dist', 'content.db'), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await writeFile(path.join(folder, 'dist', 'content.db.sha256'), hash);
}

/** A copy of the app with that edition, for a home in which there are notes on the former. */
export async function appWithNewEdition(home: string): Promise<string> {
  await annotate(home);
  const folder = await copyOfApp(home);
  await updateLibrary(folder);
  return folder;
}

/** Notes on six passages, as the app keeps them, before the update. */
export async function annotate(home: string): Promise<readonly Annotation[]> {
  const storage = await openStorageIn(home);
  const notes: Annotation[] = [];
  for (const words of [still, moved, changed, deleted, reordered, reworked]) {
    notes.push(await annotationOn(storage, '003', words, { note: words === deleted ? '不可丢失' : '' }));
  }
  await storage.applyAnnotations({ put: notes, remove: [] });
  return notes;
}
