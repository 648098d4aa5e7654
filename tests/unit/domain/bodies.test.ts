import { describe, expect, it } from 'vitest';
import { findBodies, namesAny } from '../../../renderer/domain/bodies/index.ts';

const bodies = [
  { canonical: '市商务委', aliases: [], measureCount: 42 },
  { canonical: '市地方金融监督管理局', aliases: ['市金融工作局', '市地方金融监管局'], measureCount: 21 },
  { canonical: '国家外汇管理局', aliases: [], measureCount: 30 },
];
const names = (query: string) => findBodies(bodies, query).map(({ canonical }) => canonical);

describe('responsible bodies', () => {
  it('are found by any of their names, in either script, those named most often first', () => {
    expect(names('管理局')).toEqual(['国家外汇管理局', '市地方金融监督管理局']);
    expect(names('金融工作局')).toEqual(['市地方金融监督管理局']);
    expect(names(' 市地方金融監管局 ')).toEqual(['市地方金融监督管理局']);
    expect(names('')).toEqual(['市商务委', '国家外汇管理局', '市地方金融监督管理局']);
    expect(names('海关')).toEqual([]);
  });

  it('match a measure by the canonical name, however it is printed', () => {
    const measure = { bodies: [{ printed: '市地方金融监管局', canonical: '市地方金融监督管理局' }] };
    expect(namesAny(measure, new Set(['市地方金融监督管理局', '市商务委']))).toBe(true);
    expect(namesAny(measure, new Set(['市地方金融监管局']))).toBe(false);
    expect(namesAny(measure, new Set(['市商务委']))).toBe(false);
    expect(namesAny({ bodies: [] }, new Set(['市商务委']))).toBe(false);
    expect(namesAny({ bodies: [] }, new Set())).toBe(true);
  });
});
