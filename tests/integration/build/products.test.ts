import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureProduct } from '../../../build/runtime/products.mjs';

const product = {
  name: 'list',
  what: 'making dist/list.txt',
  inputs: ['source', 'absent'],
  outputs: ['dist/list.txt'],
  command: ['make.mjs'],
};

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-reader-test-'));
  mkdirSync(join(root, 'source/deep'), { recursive: true });
  writeFileSync(join(root, 'source/deep/a.txt'), 'a');
  const program = `import { appendFileSync, mkdirSync } from 'node:fs';
    mkdirSync('dist', { recursive: true }); appendFileSync('dist/list.txt', 'made;');`;
  writeFileSync(join(root, 'make.mjs'), program);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const made = () => readFileSync(join(root, 'dist/list.txt'), 'utf8');

describe('a built product', () => {
  it('is built once, and again only for a changed, new or lost file', async () => {
    expect(await ensureProduct(product, root)).toBe(true);
    expect(await ensureProduct(product, root)).toBe(false);
    expect(made()).toBe('made;');

    writeFileSync(join(root, 'source/deep/a.txt'), 'longer');
    expect(await ensureProduct(product, root)).toBe(true);
    writeFileSync(join(root, 'source/b.txt'), '');
    expect(await ensureProduct(product, root)).toBe(true);
    rmSync(join(root, 'source/b.txt'));
    expect(await ensureProduct(product, root)).toBe(true);
    rmSync(join(root, 'dist/list.txt'));
    expect(await ensureProduct(product, root)).toBe(true);
    expect(await ensureProduct(product, root)).toBe(false);
  });

  it('is not built again for a README', async () => {
    await ensureProduct(product, root);
    writeFileSync(join(root, 'source/README.md'), 'read me');
    expect(await ensureProduct(product, root)).toBe(false);
  });

  it('is tried again after a failure, which names the command and its complaint', async () => {
    writeFileSync(join(root, 'make.mjs'), 'console.error("the seed is torn"); process.exit(3);');
    await expect(ensureProduct(product, root)).rejects.toThrow(
      /This failed: node make\.mjs[\s\S]*exit code 3[\s\S]*the seed is torn/,
    );
    expect(existsSync(join(root, 'dist/.stamps/list'))).toBe(false);
  });

  it('is not taken as built when its file is missing after the build', async () => {
    writeFileSync(join(root, 'make.mjs'), '');
    await expect(ensureProduct(product, root)).rejects.toThrow('succeeded but left no dist/list.txt');
  });
});
