import { describe, expect, it } from 'vitest';
import { packagesAreStale } from '../../../build/runtime/packages.mjs';

const lockfile = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
const root = { '': { name: 'x', version: '1.0.0' } };
const a1 = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-one' } };

describe('are the installed packages those of the lockfile?', () => {
  it('no when nothing is installed', () => {
    expect(packagesAreStale(lockfile({ ...root, ...a1 }), undefined)).toBe(true);
  });

  it('yes when both name the same, whatever the times of the files', () => {
    expect(packagesAreStale(lockfile({ ...root, ...a1 }), lockfile(a1))).toBe(false);
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-one' } }],
    ['another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-two' } }],
    ['a package too few', {}],
    ['a package too many', { ...a1, 'node_modules/b': { version: '1.0.0' } }],
  ])('no with %s', (_what, installed) => {
    expect(packagesAreStale(lockfile({ ...root, ...a1 }), lockfile(installed))).toBe(true);
  });

  it('yes without the optional packages of other systems, no with an outdated one', () => {
    const wanted = lockfile({ ...root, 'node_modules/a-win32': { version: '2.0.0', optional: true } });
    expect(packagesAreStale(wanted, lockfile({}))).toBe(false);
    const outdated = lockfile({ 'node_modules/a-win32': { version: '1.0.0', optional: true } });
    expect(packagesAreStale(wanted, outdated)).toBe(true);
  });
});
