import { describe, expect, it } from 'vitest';
import { seedDocuments } from '../../../../build/bench/reanchor/documents.ts';
import { alignEditions } from '../../../../renderer/domain/reanchor/index.ts';

const seed = seedDocuments()
  .map(({ text }) => text)
  .join('\n');
const ofLength = (length: number): string => seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
const edited = (text: string): string =>
  text.replace(/发展/gu, (word, at: number) => (at % 7 === 0 ? '进步' : word));
const others = (text: string): string =>
  [...text]
    .map((character, at) => String.fromCharCode(0x4e00 + ((character.charCodeAt(0) * 31 + at * 7) % 20_000)))
    .join('');
const line = '持续推进各项工作。\n';

/** Processor time: the clock would count what else the machine does. */
const milliseconds = (old: string, fresh: string): number => {
  const started = process.cpuUsage();
  alignEditions(old, fresh);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

describe('time to align', () => {
  const kinds: readonly (readonly [string, (length: number) => readonly [string, string]])[] = [
    ['documents repeated', (length) => [ofLength(length), edited(ofLength(length))]],
    [
      'one line',
      (length) => [ofLength(length).replace(/\n/gu, ''), edited(ofLength(length)).replace(/\n/gu, '')],
    ],
    [
      'no punctuation',
      (length) =>
        [ofLength(length), edited(ofLength(length))].map((text) => text.replace(/[\s\p{P}]/gu, '')) as [
          string,
          string,
        ],
    ],
    ['all replaced', (length) => [ofLength(length), others(ofLength(length))]],
    ['identical lines', (length) => [line.repeat(length / 10), line.repeat(length / 10 - 3)]],
    ['one character', (length) => ['中'.repeat(length), '中'.repeat(length - 9)]],
  ];
  it.each(kinds)('grows about as the text does: %s', { timeout: 60_000 }, (_, make) => {
    // All of them longer than the seeds together, so that all repeat what they hold.
    milliseconds(...make(200_000));
    const short = milliseconds(...make(200_000));
    const long = milliseconds(...make(800_000));
    // Four times the text; a square would be sixteen. Short times are uncertain: hence the 200.
    expect(long).toBeLessThan(8 * short + 200);
  });
});
