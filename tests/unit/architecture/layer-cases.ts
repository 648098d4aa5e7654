import { allowed, imports, type Planted } from './planted.ts';

/** The projects that hold the layers; the first two are what the others refer to. */
export const layers = ['preload/contract', 'renderer/domain', 'renderer', 'main'] as const;

const notListed = { rule: 'TS6307', says: 'planted-end.ts' };
/** Ends of the planted imports: they import nothing themselves, so a finding names one file. */
export const ends: readonly Planted[] = ['renderer/ui', 'main/files', 'build/library'].map((folder) =>
  allowed(`${folder}/planted-end.ts`, 'export const end = 1;'),
);
export const layerCases: Readonly<Record<(typeof layers)[number], readonly Planted[]>> = {
  'preload/contract': [
    node('preload/contract/layer-node.ts'),
    dom('preload/contract/layer-dom.ts'),
    layer('preload/contract/layer-main.ts', '../../main/files/planted-end.ts'),
    layer('preload/contract/layer-renderer.ts', '../../renderer/ui/planted-end.ts'),
  ],
  'renderer/domain': [
    node('renderer/domain/fold/layer-node.ts'),
    dom('renderer/domain/fold/layer-dom.ts'),
    layer('renderer/domain/fold/layer-renderer.ts', '../../ui/planted-end.ts'),
    layer('renderer/domain/fold/layer-main.ts', '../../../main/files/planted-end.ts'),
    layer('renderer/domain/fold/layer-build.ts', '../../../build/library/planted-end.ts'),
  ],
  renderer: [
    {
      path: 'renderer/library/layer-process.ts',
      source: 'export const system = process.platform;',
      finding: { rule: 'TS2591', says: 'process' },
    },
    layer('renderer/library/layer-main.ts', '../../main/files/planted-end.ts'),
    layer('renderer/library/layer-build.ts', '../../build/library/planted-end.ts'),
  ],
  main: [
    dom('main/files/layer-dom.ts'),
    layer('main/files/layer-renderer.ts', '../../renderer/ui/planted-end.ts'),
    layer('main/files/layer-build.ts', '../../build/library/planted-end.ts'),
  ],
};

function node(path: string): Planted {
  return {
    path,
    source: "import { sep } from 'node:path';\nexport const separator = sep;",
    finding: { rule: 'TS2591', says: "'node:path'" },
  };
}

function dom(path: string): Planted {
  return {
    path,
    source: 'export const title = document.title;',
    finding: { rule: 'TS2584', says: "'document'" },
  };
}

/** An import across a boundary that the project references leave out. */
function layer(path: string, source: string): Planted {
  return { path, source: imports(source), finding: notListed };
}
