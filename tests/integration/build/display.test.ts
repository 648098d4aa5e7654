import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../../build/runtime/command.mjs';
import { startDisplay } from '../../../build/runtime/display.mjs';

/** Is a process there? One that ended and was not yet collected by its parent counts as gone. */
function isRunning(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/\) Z /.test(readFileSync(file, 'latin1'));
}

/** What an X server answers a client that shows this cookie: 1 for welcome, 0 for refused. */
async function answer(display: string, cookie: Buffer): Promise<number | undefined> {
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  const greeting = Buffer.alloc(12);
  greeting.write('l');
  greeting.writeUInt16LE(11, 2);
  greeting.writeUInt16LE(cookie.length === 0 ? 0 : name.length, 6);
  greeting.writeUInt16LE(cookie.length, 8);
  const parts = cookie.length === 0 ? [greeting] : [greeting, name, Buffer.alloc(2), cookie];
  const socket = createConnection(`/tmp/.X11-unix/X${display.slice(1)}`);
  socket.write(Buffer.concat(parts));
  const [reply]: Buffer[] = await once(socket, 'data');
  socket.destroy();
  return reply?.[0];
}

describe.runIf(process.platform === 'linux' && findProgram('Xvfb') !== undefined)(
  'a display of our own',
  () => {
    it('serves who has its cookie, and leaves nothing behind', async () => {
      const display = await startDisplay({ width: 320, height: 200 });
      const { DISPLAY, XAUTHORITY } = display.env;
      const cookie = readFileSync(XAUTHORITY).subarray(-16);
      try {
        expect(await answer(DISPLAY, cookie)).toBe(1);
        expect(await answer(DISPLAY, Buffer.alloc(0))).toBe(0);
      } finally {
        await display.stop();
      }
      expect(isRunning(display.pid)).toBe(false);
      expect(existsSync(XAUTHORITY)).toBe(false);
      expect(existsSync(`/tmp/.X11-unix/X${DISPLAY.slice(1)}`)).toBe(false);
      expect(existsSync(`/tmp/.X${DISPLAY.slice(1)}-lock`)).toBe(false);
      await display.stop();
    });

    it('is another one for every run', async () => {
      const displays = await Promise.all([startDisplay(), startDisplay()]);
      await Promise.all(displays.map((display) => display.stop()));
      expect(displays[0].env.DISPLAY).not.toBe(displays[1].env.DISPLAY);
    });

    it.runIf(findProgram('setpriv') !== undefined)('ends with a parent that is killed', async () => {
      const module = new URL('../../../build/runtime/display.mjs', import.meta.url).href;
      const program = `const { startDisplay } = await import(${JSON.stringify(module)});
      const { pid, env } = await startDisplay();
      console.log(JSON.stringify([pid, env.XAUTHORITY])); setInterval(() => {}, 60_000);`;
      const parent = spawn(process.execPath, ['--input-type=module', '-e', program]);
      const [line]: Buffer[] = await once(parent.stdout, 'data');
      const [server, authority]: [number, string] = JSON.parse(String(line));
      expect(isRunning(server)).toBe(true);
      parent.kill('SIGKILL');
      await once(parent, 'close');
      await expect.poll(() => isRunning(server), { timeout: 10_000 }).toBe(false);

      // The killed parent's folder goes with the next display.
      await (await startDisplay()).stop();
      expect(existsSync(authority)).toBe(false);
    });
  },
);
