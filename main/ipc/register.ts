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

/** A call may carry 8 MB of arguments; more is a mistake or an attack (enterprise bars, security 6). */
const maximumArgumentLength = 8 * 1024 * 1024;

type Options = {
  /** The contents whose main frame alone may call; asked at every call, since a window can be made anew. */
  readonly allowed: () => WebContents | null;
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

async function answerCall(
  handlers: Handlers,
  { allowed, parseResults, log }: Options,
  name: CallName,
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  args: unknown,
): Promise<Answer<unknown>> {
  try {
    const contents = allowed();
    const frame = event.senderFrame;
    if (
      contents === null ||
      event.sender !== contents ||
      frame === null ||
      frame !== contents.mainFrame ||
      !frame.url.startsWith(`${appOrigin}/`)
    ) {
      throw new ReaderError('BAD_REQUEST', `call from a stranger: ${frame?.url ?? 'no frame'}`);
    }
    if ((JSON.stringify(args) ?? '').length > maximumArgumentLength) {
      throw new ReaderError('BAD_REQUEST', 'the arguments are larger than 8 MB');
    }
    const parsed = calls[name].args.safeParse(args);
    if (!parsed.success) {
      // Paths only: the values may be the user's words.
      const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
      throw new ReaderError('BAD_REQUEST', where);
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
