/** A call that cannot be answered; the message is a sentence for the person who made it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export type QueryArguments = {
  /** Null: the queries come in on the standard input, one a line. */
  readonly query: string | null;
  readonly json: boolean;
  readonly exact: boolean;
  readonly limit: number;
  /** Null: the library of the project. */
  readonly db: string | null;
};

const usage =
  "npm run -s query -- '<query>' [--json] [--limit n] [--db content.db] [--exact], or with --stdin one query a line";

/**
 * What a call asks for. Only the options are options: a query may begin with a hyphen, and behind `--` all is query.
 * @throws UsageError
 */
export function parseArguments(given: readonly string[]): QueryArguments {
  const words: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    const [, name, value] = /^(--(?:limit|db))(?:=([\s\S]*))?$/u.exec(word) ?? [];
    if (word === '--') {
      words.push(...given.slice(at + 1));
      break;
    }
    if (['--json', '--exact', '--stdin'].includes(word)) flags.add(word);
    else if (name !== undefined) {
      if (value === undefined) at += 1;
      const chosen = value ?? given[at];
      if (chosen === undefined || chosen === '') throw new UsageError(`${name} needs a value: ${usage}`);
      values.set(name, chosen);
    } else if (/^--[a-z]/u.test(word)) throw new UsageError(`There is no option ${word}: ${usage}`);
    else words.push(word);
  }
  const stdin = flags.has('--stdin');
  if (stdin === words.length > 0) throw new UsageError(`Either a query or --stdin is needed: ${usage}`);
  const limit = values.get('--limit') ?? '50';
  if (!/^\d{1,9}$/u.test(limit)) throw new UsageError(`--limit takes a whole number, not “${limit}”.`);
  return {
    query: stdin ? null : words.join(' '),
    json: flags.has('--json') || stdin,
    exact: flags.has('--exact'),
    limit: Number(limit),
    db: values.get('--db') ?? null,
  };
}
