import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { largestIndex, type SearchIndexCache } from '../storage/search-index-cache.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

export const appOrigin = 'app://reader';
/** Streamed rather than sent as a call's answer: the feed of a big library passes a call's size limit. */
const searchFeedPath = '/library/search-feed.json';
/** The index of the search: had here, and given back to be kept, for the same reason. */
const searchIndexPath = '/library/search-index';

/** What the search is made from. */
export type SearchSource = {
  readonly feed: () => Promise<string>;
  readonly index: SearchIndexCache;
};

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

/** Serves the renderer's bundles and what the search is made from to `session`, every answer with the policy. */
export function serveApp(session: Session, root: string, search: SearchSource): void {
  session.protocol.handle('app', async (request) => {
    if (request.url === `${appOrigin}${searchIndexPath}`) return exchangeIndex(request, search.index);
    if (request.method !== 'GET') return refuse(405);
    if (request.url === `${appOrigin}${searchFeedPath}`) {
      return search.feed().then(
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

async function exchangeIndex(request: Request, index: SearchIndexCache): Promise<Response> {
  if (request.method === 'GET') {
    const bytes = await index.read().catch(() => null);
    return bytes === null ? refuse(404) : respond(bytes, 'application/octet-stream');
  }
  if (request.method !== 'POST') return refuse(405);
  if (Number(request.headers.get('content-length') ?? 0) > largestIndex) return refuse(413);
  return request
    .arrayBuffer()
    .then((bytes) => (bytes.byteLength > largestIndex ? refuse(413) : kept(index, bytes)))
    .catch(() => refuse(500));
}

async function kept(index: SearchIndexCache, bytes: ArrayBuffer): Promise<Response> {
  await index.write(new Uint8Array(bytes));
  return refuse(204);
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
