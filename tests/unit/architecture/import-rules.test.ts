import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { biomeCases } from './biome-cases.ts';
import { biomeFindings, buildProjects, typeFindings } from './checkers.ts';
import { ends, layerCases, layers } from './layer-cases.ts';
import { type Copy, copyOfTree, type Finding, type Planted } from './planted.ts';

describe('Biome', () => {
  const planted = biomeCases;
  const rules = new Set(planted.flatMap(({ finding }) => (finding === null ? [] : [finding.rule])));
  let copy: Copy;
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    copy = copyOfTree();
    copy.plant(planted);
    findings = (await biomeFindings(copy.root)).filter(({ rule }) => rules.has(rule));
  }, 60_000);
  afterAll(() => copy.remove());

  it.each(named(planted))('$path: $says', ({ path, finding }) => {
    expectFinding(findings, path, finding);
  });

  it('finds nothing in the files as they are', () => {
    expect(findings.filter(({ path }) => planted.every((file) => file.path !== path))).toEqual([]);
  });
});

describe('TypeScript', () => {
  const planted = layers.flatMap((project) => layerCases[project]);
  let copy: Copy;
  let built: readonly Finding[] = [];
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    copy = copyOfTree();
    built = await buildProjects(copy.root, ['preload/contract', 'renderer/domain']);
    copy.plant([...ends, ...planted]);
    findings = (await Promise.all(layers.map((project) => typeFindings(copy.root, project)))).flat();
  }, 60_000);
  afterAll(() => copy.remove());

  it('builds the two shared layers as they are', () => {
    expect(built).toEqual([]);
  });

  it.each(named(planted))('$path: $says', ({ path, finding }) => {
    expectFinding(findings, path, finding);
  });

  it('finds no file of a foreign layer as they are', () => {
    const foreign = findings.filter(({ rule }) => rule === 'TS6307');
    expect(foreign.filter(({ path }) => planted.every((file) => file.path !== path))).toEqual([]);
  });
});

function named(planted: readonly Planted[]): readonly (Planted & { readonly says: string })[] {
  return planted.map((file) => ({ ...file, says: file.finding?.says ?? 'nothing, it is allowed' }));
}

function expectFinding(findings: readonly Finding[], path: string, finding: Planted['finding']): void {
  const found = findings.filter((candidate) => candidate.path === path);
  if (finding === null) expect(found).toEqual([]);
  else
    expect(found).toContainEqual({
      path,
      rule: finding.rule,
      message: expect.stringContaining(finding.says),
    });
}
