import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import {
  type Answer,
  type CallName,
  callNames,
  calls,
  type Failure,
  type Handlers,
  ReaderError,
} from '../../preload/contract/index.ts';
import { appOrigin } from '../security/app-scheme.ts';

/** Bytes a call may carry; more is a mistake or an attack (enterprise bars, security 6). */
const maximumArgumentSize = 8 * 1024 * 1024;

type Options = {
  /** Whether a page's main frame may make this call; asked at every call, since a window can be made anew. */
  readonly allowed: (contents: WebContents, name: CallName) => boolean;
  /** Results are parsed too, in development and tests: main must keep its own promises. */
  readonly parseResults: boolean;
  readonly log: (message: string) => void;
};

/**
 * Connects every call of the contract to its handler: sender check, argument parse, handler, answer.
 * A bad call is answered with BAD_REQUEST and logged; no call is ever answered with undefined.
 */
export function registerCalls(handlers: Handlers, options: Options): void {
  for (const name of callNames) {
    ipcMain.handle(name, (event, args: unknown) => answerCall(handlers, options, name, event, args));
  }
}

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

async function answerCall(
  handlers: Handlers,
  { allowed, parseResults, log }: Options,
  name: CallName,
  event: Sender,
  args: unknown,
): Promise<Answer<unknown>> {
  try {
    if (!isOwnPage((contents) => allowed(contents, name), event))
      throw new ReaderError('BAD_REQUEST', 'call from a stranger');
    const size = sizeOf(args);
    if (size === null) throw new ReaderError('BAD_REQUEST', 'the arguments are no plain data');
    if (size > maximumArgumentSize) {
      throw new ReaderError('BAD_REQUEST', 'the arguments are larger than 8 MB');
    }
    const parsed = calls[name].args.safeParse(args);
    if (!parsed.success) {
      throw new ReaderError('BAD_REQUEST', whatIsWrong(parsed.error.issues));
    }
    const handler = handlers[name] as (args: unknown) => Promise<unknown>;
    const value = await handler(parsed.data);
    return { ok: true, value: parseResults ? calls[name].result.parse(value) : value };
  } catch (error) {
    const failure: Failure =
      error instanceof ReaderError
        ? { code: error.code, message: error.message }
        : { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
    log(`${name}: ${failure.code} ${failure.message}`);
    return { ok: false, error: failure };
  }
}

/** Whether the main frame of a page that may call asks, while it shows our own page. */
function isOwnPage(allowed: (contents: WebContents) => boolean, { sender, senderFrame }: Sender): boolean {
  try {
    return (
      allowed(sender) &&
      senderFrame !== null &&
      senderFrame === sender.mainFrame &&
      senderFrame.url.startsWith(`${appOrigin}/`)
    );
  } catch {
    // A frame that is gone by now throws when it is asked for its address.
    return false;
  }
}

/** Bytes of `args` as JSON; null for what JSON cannot hold (a bigint, a circle), which no call takes. */
function sizeOf(args: unknown): number | null {
  try {
    return Buffer.byteLength(JSON.stringify(args) ?? '');
  } catch {
    return null;
  }
}

const mostIssues = 5;

/** Field names and codes only: the values, and the keys of a record, may be the user's words. */
function whatIsWrong(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
): string {
  const field = (key: PropertyKey): string =>
    typeof key === 'number' || /^[a-z][A-Za-z]{0,30}$/.test(String(key)) ? String(key) : '*';
  const told = issues.slice(0, mostIssues).map(({ path, code }) => `${path.map(field).join('.')}: ${code}`);
  const more = issues.length > mostIssues ? [`${issues.length - mostIssues} more`] : [];
  return [...told, ...more].join('; ');
}
