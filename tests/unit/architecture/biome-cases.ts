import { allowed, banned, imports, type Planted } from './planted.ts';

/** One planted file per rule; no two share a path. What is imported need not exist: Biome reads the words. */
const oneByOne: readonly Planted[] = [
  banned('preload/contract/planted-package.ts', imports('react'), 'nothing but zod and itself'),
  banned('preload/contract/planted-node.ts', imports('node:fs'), 'nothing but zod and itself'),
  banned('preload/contract/planted-outside.ts', imports('../bridge.ts'), 'nothing but zod and itself'),
  allowed('preload/contract/planted-allowed.ts', `${imports('zod')}\n${imports('./ids.ts')}`),

  banned('preload/planted-package.ts', imports('zod'), 'only the contract and Electron'),
  banned('preload/planted-node.ts', imports('node:path'), 'only the contract and Electron'),
  banned('preload/planted-renderer.ts', imports('../renderer/ui/x.ts'), 'only the contract and Electron'),
  banned(
    'preload/planted-electron.ts',
    "import { webFrame } from 'electron';\nwebFrame.setZoomFactor(1);",
    'only contextBridge and ipcRenderer',
  ),
  {
    path: 'preload/planted-dom.ts',
    source: 'export const title = document.title;',
    finding: { rule: 'noRestrictedGlobals', says: 'global variable document' },
  },
  {
    path: 'preload/planted-process.ts',
    source: 'export const system = process.platform;',
    finding: { rule: 'noRestrictedGlobals', says: 'global variable process' },
  },
  allowed(
    'preload/planted-allowed.ts',
    "import { contextBridge } from 'electron';\nimport { commands } from './contract/call-names.ts';\ncontextBridge.exposeInMainWorld('x', commands);",
  ),

  banned('renderer/domain/fold/planted-package.ts', imports('zustand'), 'only the contract, flexsearch'),
  banned('renderer/domain/fold/planted-node.ts', imports('node:fs'), 'only the contract, flexsearch'),
  banned('renderer/domain/fold/planted-electron.ts', imports('electron'), 'only the contract, flexsearch'),
  banned('renderer/domain/fold/planted-feature.ts', imports('../../search/index.ts'), 'and itself'),
  banned('renderer/domain/fold/planted-ui.ts', imports('../../ui/notices.ts'), 'and itself'),
  banned('renderer/domain/fold/planted-main.ts', imports('../../../main/app.ts'), 'and itself'),
  banned('renderer/domain/fold/planted-build.ts', imports('../../../build/x.ts'), 'and itself'),
  banned('renderer/domain/fold/planted-bridge.ts', imports('../../../preload/bridge.ts'), 'the bridge'),
  allowed(
    'renderer/domain/fold/planted-allowed.ts',
    ['flexsearch', 'opencc-js/core', 'i18next', '../script/index.ts', '../../../preload/contract/index.ts']
      .map(imports)
      .join('\n'),
  ),

  banned('renderer/library/planted-electron.ts', imports('electron'), 'neither Electron nor Node'),
  banned('renderer/library/planted-node.ts', imports('node:fs'), 'neither Electron nor Node'),
  banned('renderer/library/planted-bare-node.ts', imports('fs'), 'neither Electron nor Node'),
  banned('renderer/library/planted-main.ts', imports('../../main/files/x.ts'), 'never imports main'),
  banned('renderer/library/planted-build.ts', imports('../../build/x.ts'), 'never imports main or build'),
  banned('renderer/library/planted-bridge.ts', imports('../../preload/bridge.ts'), 'the bridge'),
  banned('renderer/library/planted-tests.ts', imports('../../tests/x.ts'), 'Nothing imports tests'),
  banned('renderer/library/planted-feature.ts', imports('../search/search-store.ts'), 'by index.ts only'),
  banned('renderer/library/planted-detour.ts', imports('./../search/search-store.ts'), 'by index.ts only'),
  banned(
    'renderer/library/planted-lazy.ts',
    "export const later = () => import('../search/search-view.tsx');",
    'by index.ts only',
  ),
  banned('renderer/library/planted-again.ts', "export * from '../search/messages.ts';", 'by index.ts only'),
  banned('renderer/library/planted-domain.ts', imports('../domain/search/engine.ts'), 'by index.ts only'),
  banned('renderer/library/planted-shell.tsx', imports('../app/app.tsx'), 'by index.ts only'),
  banned('renderer/library/planted-search.ts', imports('flexsearch'), 'in renderer/domain only'),
  banned('renderer/library/planted-script.ts', imports('opencc-js/core'), 'in renderer/domain only'),
  banned('renderer/library/planted-test-tool.ts', imports('vitest'), 'in tests only'),
  allowed(
    'renderer/library/planted-allowed.ts',
    [
      'react',
      './library-store.ts',
      '../search/index.ts',
      '../platform/reader.ts',
      '../ui/notices.ts',
      '../domain/validity/index.ts',
      '../../preload/contract/vocabulary.ts',
    ]
      .map(imports)
      .join('\n'),
  ),
  ...[
    'window.reader',
    'globalThis.reader',
    'self?.reader',
    "window['reader']",
    'window.reader.onCommand',
  ].map((expression, index) => readerGlobal(`expression-${index}`, `export const value = ${expression};`)),
  readerGlobal('names', 'const { innerWidth, reader: bridge } = window;\nexport { bridge, innerWidth };'),
  allowed('renderer/platform/planted-reader.ts', 'export const value = window.reader;'),

  banned('main/files/planted-renderer.ts', imports('../../renderer/ui/notices.ts'), 'only renderer/domain'),
  banned(
    'main/files/planted-domain.ts',
    imports('../../renderer/domain/script/converter.ts'),
    'only renderer/domain',
  ),
  banned('main/files/planted-build.ts', imports('../../build/x.ts'), 'never imports build'),
  banned('main/files/planted-bridge.ts', imports('../../preload/bridge.ts'), 'the bridge'),
  banned('main/files/planted-search.ts', imports('flexsearch'), 'in renderer/domain only'),
  banned('main/files/planted-script.ts', imports('opencc-js'), 'in renderer/domain only'),
  banned('main/files/planted-test-tool.ts', imports('playwright'), 'in tests only'),
  banned(
    'main/files/planted-ipc.ts',
    "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();",
    'in main/ipc only',
  ),
  banned(
    'main/files/planted-all-of-electron.ts',
    "import * as electron from 'electron';\nelectron.ipcMain.removeAllListeners();",
    'in main/ipc only',
  ),
  banned('main/files/planted-subpath.ts', imports('electron/main'), "Import 'electron' itself"),
  allowed(
    'main/files/planted-allowed.ts',
    "import { app } from 'electron';\nimport 'node:fs';\nimport '../../renderer/domain/strings/index.ts';\nimport '../../preload/contract/index.ts';\napp.quit();",
  ),
  allowed('main/ipc/planted-ipc.ts', "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();"),
  banned('main/ipc/planted-renderer.ts', imports('../../renderer/ui/notices.ts'), 'only renderer/domain'),
  ...['ingest', 'storage', 'export'].flatMap((room) => [
    banned(`main/${room}/planted-electron.ts`, imports('electron'), 'Electron-free'),
    banned(`main/${room}/planted-windows.ts`, imports('../windows/menu.ts'), 'Electron-free'),
    banned(`main/${room}/planted-dialogs.ts`, imports('../files/dialogs.ts'), 'Electron-free'),
    banned(`main/${room}/planted-search.ts`, imports('flexsearch'), 'in renderer/domain only'),
  ]),

  banned('build/library/planted-electron.ts', imports('electron'), 'never imports Electron'),
  banned('build/library/planted-renderer.ts', imports('../../renderer/ui/x.ts'), 'only renderer/domain'),
  banned('build/library/planted-main.ts', imports('../../main/files/data-paths.ts'), 'Electron-free rooms'),
  banned('build/library/planted-ipc.mjs', imports('../../main/ipc/register.ts'), 'Electron-free rooms'),
  banned('build/library/planted-bridge.ts', imports('../../preload/bridge.ts'), 'the bridge'),
  banned('build/library/planted-script.ts', imports('opencc-js'), 'in renderer/domain only'),
  banned('build/library/planted-vitest.ts', imports('vitest'), 'in tests only'),
  banned('build/library/planted-playwright.ts', imports('playwright'), 'in tests only'),
  {
    path: 'build/library/planted-dom.ts',
    source: 'export const title = document.title;',
    finding: { rule: 'noRestrictedGlobals', says: 'global variable document' },
  },
  allowed(
    'build/library/planted-allowed.ts',
    [
      '../../main/ingest/index.ts',
      '../../main/storage/database.ts',
      '../../main/export/markdown.ts',
      '../../renderer/domain/search/index.ts',
      '../../preload/contract/index.ts',
      'node:fs',
      'vite',
    ]
      .map(imports)
      .join('\n'),
  ),
  ...['tour', 'bench'].flatMap((room) => [
    allowed(`build/${room}/planted-playwright.ts`, imports('playwright')),
    banned(`build/${room}/planted-vitest.ts`, imports('vitest'), 'in tests only'),
    banned(`build/${room}/planted-electron.ts`, imports('electron'), 'never imports Electron'),
  ]),

  allowed('tests/support/planted-allowed.ts', ['vitest', 'playwright', 'flexsearch'].map(imports).join('\n')),

  ...[
    'preload/contract',
    'renderer/domain/fold',
    'renderer/library',
    'main/files',
    'build/library',
    'tests',
  ].map(
    (folder): Planted => ({
      path: `${folder}/planted-cycle.ts`,
      source: "import { b } from './planted-cycle-back.ts';\nexport const a = (): number => b();",
      finding: { rule: 'noImportCycles', says: 'part of a cycle' },
    }),
  ),
];

const cycleEnds: readonly Planted[] = oneByOne
  .filter(({ finding }) => finding?.rule === 'noImportCycles')
  .map(({ path, finding }) => ({
    path: path.replace('cycle', 'cycle-back'),
    source: "import { a } from './planted-cycle.ts';\nexport const b = (): number => a();",
    finding,
  }));

const inlineTypes: readonly Planted[] = ['preload', 'renderer/library', 'main/files', 'build/library'].map(
  (folder) => ({
    path: `${folder}/planted-inline-type.ts`,
    source: "export type Planted = import('electron').IpcMain;",
    finding: { rule: 'plugin', says: 'Import types at the top' },
  }),
);

/** Everything Biome is to find or to leave alone, in one tree. */
export const biomeCases: readonly Planted[] = [...oneByOne, ...cycleEnds, ...inlineTypes];

function readerGlobal(name: string, source: string): Planted {
  return {
    path: `renderer/library/planted-reader-${name}.ts`,
    source,
    finding: { rule: 'plugin', says: 'in renderer/platform only' },
  };
}
