import type { Block } from '../../../preload/contract/index.ts';

/**
 * The typeface of a heading goes by its printed label, not by its depth: 一、 and 第一章 are 黑体, （一）
 * and 第一条 are 楷体, 1. and (1) are 仿宋 (GB/T 9704-2012, 7.3.3). A heading without a label goes by its level.
 */
export function headingFace({ number, level }: Block): 'hei' | 'kai' | 'fang' {
  const label = number?.trim() ?? '';
  if (/^([一二三四五六七八九十百]+、|第.+[编章节])/u.test(label)) return 'hei';
  if (/^([(（][一二三四五六七八九十百]+[)）]|第.+条)/u.test(label)) return 'kai';
  if (label !== '') return 'fang';
  return level === 1 ? 'hei' : level === 2 ? 'kai' : 'fang';
}
