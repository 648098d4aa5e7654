import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';

export const appOrigin = 'app://reader';
/** Streamed rather than sent as a call's answer: the feed of a big library passes a call's size limit. */
const searchFeedPath = '/library/search-feed.json';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Our bundler writes only such names, so anything else (%2e, .., \, NUL, trailing dots) is refused unread. */
const ownPath = /^\/(?:[a-z0-9_-]+\/)*[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z0-9]+$/i;
/** On Windows these open a device, in any folder and with any extension. */
const devicePath = /\/(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/i;

/** Maps the path of an app:// address to a file below `root`, or null when it names none of ours. */
export function fileOfAddress(address: string, root: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== appOrigin || url.username !== '' || url.password !== '') return null;
  if (!ownPath.test(url.pathname) || devicePath.test(url.pathname)) return null;
  const file = path.join(root, ...url.pathname.split('/'));
  return mediaTypes[path.extname(file)] === undefined ? null : file;
}

/** Serves the renderer's bundles and the search feed to `session`, every answer with the policy. */
export function serveApp(session: Session, root: string, searchFeed: () => Promise<string>): void {
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return refuse(405);
    if (request.url === `${appOrigin}${searchFeedPath}`) {
      return searchFeed().then(
        (feed) => respond(feed, 'application/json; charset=utf-8'),
        () => refuse(503),
      );
    }
    const file = fileOfAddress(request.url, root);
    if (file === null) return refuse(404);
    return readFile(file).then(
      (bytes) => respond(new Uint8Array(bytes), mediaTypes[path.extname(file)] ?? 'application/octet-stream'),
      () => refuse(404),
    );
  });
}

function respond(body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response {
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status });
}
