import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executableName } from '../../../build/runtime/locations.mjs';
import { downloadOfficial, findOfficial } from '../../../build/runtime/official.mjs';
import { resolveRuntime } from '../../../build/runtime/resolve.mjs';
import { unzip } from '../../../build/runtime/unzip.mjs';
import { zipFile } from './zip-file.ts';

const version = '9.9.9';
const archiveName = `electron-v${version}-${process.platform}-${process.arch}.zip`;
const archive = zipFile([
  { name: 'version', content: version, mode: 0o100644 },
  { name: executableName(process.platform), content: '#!/bin/sh\n', mode: 0o100755 },
]);

let root = '';
let server: Server;
let mirror = '';
let requests: (string | undefined)[] = [];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'policy-reader-test-'));
  mkdirSync(join(root, 'node_modules/electron'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ devDependencies: { electron: version } }));
  requests = [];
  server = createServer((request, response) => {
    requests.push(request.url);
    response.statusCode = request.url === `/v${version}/${archiveName}` ? 200 : 404;
    response.end(archive);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

function pin(checksum: string): void {
  writeFileSync(
    join(root, 'node_modules/electron/checksums.json'),
    JSON.stringify({ [archiveName]: checksum }),
  );
}

const rightChecksum = createHash('sha256').update(archive).digest('hex');

describe('the official binary', () => {
  it('comes from the named mirror into the place of the electron package', async () => {
    pin(rightChecksum);
    const runtime = await resolveRuntime({ root, env: { ELECTRON_MIRROR: mirror } });
    expect(runtime).toMatchObject({ kind: 'official', version });
    expect(existsSync(runtime.executable)).toBe(true);
    expect(readFileSync(join(root, 'node_modules/electron/path.txt'), 'utf8')).toBe(
      executableName(process.platform),
    );
    expect(requests).toEqual([`/v${version}/${archiveName}`]);

    await resolveRuntime({ root, env: { ELECTRON_MIRROR: mirror } });
    expect(requests).toHaveLength(1);
  });

  it('is refused when it is not the one that was pinned, and leaves nothing', async () => {
    pin('0'.repeat(64));
    await expect(downloadOfficial(root, { ELECTRON_MIRROR: mirror })).rejects.toThrow(
      /did not match the checksum/,
    );
    expect(findOfficial(root)).toBeUndefined();
    expect(readdirSync(join(root, 'node_modules/electron'))).toEqual(['checksums.json']);
  });

  it('is given up at once, with the reason, when the mirror has none', async () => {
    pin(rightChecksum);
    const env = { ELECTRON_MIRROR: `${mirror}elsewhere/` };
    await expect(downloadOfficial(root, env)).rejects.toThrow(/elsewhere.*HTTP 404/);
  });

  it('is given up at once, with the reason, when nobody answers', async () => {
    pin(rightChecksum);
    await new Promise((resolve) => server.close(resolve));
    await expect(downloadOfficial(root, { ELECTRON_MIRROR: mirror })).rejects.toThrow(/ECONNREFUSED/);
  });

  it('does not fall back when it was asked for by name', async () => {
    pin(rightChecksum);
    const env = { ELECTRON_MIRROR: `${mirror}none/` };
    await expect(resolveRuntime({ root, env, official: true })).rejects.toThrow(/Set ELECTRON_MIRROR/);
  });
});

describe('unpacking', () => {
  it.skipIf(process.platform === 'win32')('keeps modes and links and skips what has no target', async () => {
    const file = join(root, 'a.zip');
    const entries = [
      { name: 'a/', content: '', mode: 0o040755 },
      { name: 'a/run', content: 'run', mode: 0o100755 },
      { name: 'a/link', content: 'run', mode: 0o120777 },
      { name: 'b', content: 'b', mode: 0o100644 },
    ];
    writeFileSync(file, zipFile(entries));
    await unzip(file, join(root, 'out'), (name) => (name === 'b' ? undefined : name));
    expect(readdirSync(join(root, 'out'))).toEqual(['a']);
    expect(readFileSync(join(root, 'out/a/link'), 'utf8')).toBe('run');
  });

  it.each([
    ['a link that leads out', { name: 'link', content: '../../etc', mode: 0o120777 }],
    ['a name that leads out', { name: '../outside', content: 'x', mode: 0o100644 }],
  ])('refuses %s', async (_what, entry) => {
    const file = join(root, 'evil.zip');
    writeFileSync(file, zipFile([entry]));
    await expect(unzip(file, join(root, 'out'), (name) => name)).rejects.toThrow();
    expect(existsSync(join(root, 'outside'))).toBe(false);
    expect(existsSync(join(root, 'out/link'))).toBe(false);
  });
});
