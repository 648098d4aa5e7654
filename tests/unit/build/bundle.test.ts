import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBundle, sizeLimit } from '../../../build/verify/bundle.mjs';

let root = '';

function put(file: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

function problems(): string[] {
  return checkBundle(root).flatMap(({ problem }) => problem ?? []);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-reader-test-'));
  put('package.json', JSON.stringify({ main: 'dist/app/main/app.cjs' }));
  put('dist/app/main/app.cjs', 'require("electron")');
  put('dist/app/preload/bridge.cjs', 'const {contextBridge}=require("electron")');
  put('dist/app/renderer/index.html', '<title>x</title>');
  put('dist/app/renderer/assets/index.js', 'medieval(1);o.eval(2)');
  put('dist/content.db', 'x');
  put('dist/content.db.sha256', 'x');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the bundle check', () => {
  it('finds nothing in a sound bundle', () => {
    expect(problems()).toEqual([]);
  });

  it('misses what is not built', () => {
    rmSync(join(root, 'dist/content.db'));
    expect(problems()).toEqual(['missing: dist/content.db']);
  });

  it('names the largest files of a bundle that is too large', () => {
    put('dist/app/main/big.wasm', Buffer.alloc(sizeLimit));
    expect(problems()).toEqual([expect.stringContaining('the largest: dist/app/main/big.wasm 15.0')]);
  });

  it('refuses a preload script in parts', () => {
    put('dist/app/preload/bridge.cjs', 'require("electron");require("./chunk.cjs")');
    expect(problems()).toEqual(['it requires ./chunk.cjs']);
    put('dist/app/preload/chunk.cjs', '');
    expect(problems()).toEqual(['2 files in dist/app/preload']);
  });

  it.each(['eval("1")', 'x=new Function("return 1")'])('refuses %s in the renderer', (code) => {
    put('dist/app/renderer/assets/index.js', code);
    expect(problems()).toEqual(['dist/app/renderer/assets/index.js']);
  });

  it("refuses source maps and this machine's paths", () => {
    put('dist/app/main/app.cjs.map', '{}');
    put('dist/app/main/app.cjs', `// ${root}/main/app.ts`);
    expect(problems()).toEqual(['dist/app/main/app.cjs', 'dist/app/main/app.cjs.map']);
  });
});
