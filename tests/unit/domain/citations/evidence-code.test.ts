import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockId, DocumentContent, DocumentId } from '../../../../preload/contract/index.ts';
import {
  type EvidenceLibrary,
  evidenceCode,
  looksLikeEvidence,
  resolveEvidence,
} from '../../../../renderer/domain/citations/index.ts';
import { contentOf, place } from '../seed-content.ts';

const hash = '0123456789abcdef'.repeat(4);
const texts = ['标题', '稳步提高养老金水平，由𠮷林等地先行。', '', '完善'.repeat(200)];
const content = contentOf(
  texts.map((text, index) => ({ id: `b${index}`, text })),
  hash,
);

function libraryOf(...contents: readonly DocumentContent[]): EvidenceLibrary {
  return {
    documents: contents.map(({ document }) => document),
    readDocument: async (id) => {
      const found = contents.find(({ document }) => document.id === id);
      if (found === undefined) throw new Error(`no ${id}`);
      return found;
    },
  };
}

const other = contentOf([{ id: 'x', text: '别的' }], 'f'.repeat(64));
const library = libraryOf({ ...other, document: { ...other.document, id: 'other' as DocumentId } }, content);

function code(start: [number, number], end: [number, number]): string {
  const made = evidenceCode(content, place(`b${start[0]}`, start[1]), place(`b${end[0]}`, end[1]));
  if (made === null) throw new Error('no code');
  return made;
}

test('a code is short, and leads to its place however it was typed', async () => {
  const made = code([1, 4], [1, 9]);
  expect(made).toMatch(/^CY-[0-9A-Z]{8}-[0-9A-Z]+-[0-9A-Z]{3}$/);
  expect(made.length).toBeLessThan(24);
  const typed = [made.toLowerCase(), made.replaceAll('-', ' '), ` ${made}\n`, made.replaceAll('0', 'o')];
  const wide = [...made].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
  for (const text of [made, ...typed, wide]) {
    expect(await resolveEvidence(text, library)).toEqual({
      outcome: 'found',
      documentId: 'test',
      editionHash: hash,
      start: { blockId: 'b1', offset: 4 },
      end: { blockId: 'b1', offset: 9 },
    });
  }
});

test('every place of a document has a code of its own that leads back', async () => {
  const spot = fc
    .nat(texts.length - 1)
    .chain((block) => fc.tuple(fc.constant(block), fc.nat(texts[block]?.length ?? 0)));
  await fc.assert(
    fc.asyncProperty(spot, spot, async (a, b) => {
      const ordered = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
      const [start, end] = ordered ? [a, b] : [b, a];
      expect(await resolveEvidence(code(start, end), library)).toMatchObject({
        outcome: 'found',
        start: { blockId: `b${start[0]}`, offset: start[1] },
        end: { blockId: `b${end[0]}`, offset: end[1] },
      });
    }),
  );
});

test('one wrong character, two exchanged, a lost or an added one are noticed', async () => {
  const made = code([3, 17], [3, 123]);
  const symbols = made.slice(3).replaceAll('-', '');
  const outcome = async (text: string): Promise<string> =>
    (await resolveEvidence(`CY-${text}`, library)).outcome;
  expect(await outcome(symbols)).toBe('found');
  for (let at = 0; at < symbols.length; at += 1) {
    for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (wrong === symbols[at]) continue;
      expect(await outcome(symbols.slice(0, at) + wrong + symbols.slice(at + 1))).toBe('damaged-code');
    }
    const [one = '', next = ''] = symbols.slice(at, at + 2);
    if (one !== next && next !== '') {
      expect(await outcome(symbols.slice(0, at) + next + one + symbols.slice(at + 2))).toBe('damaged-code');
    }
    expect(await outcome(symbols.slice(0, at) + symbols.slice(at + 1))).toBe('damaged-code');
    expect(await outcome(`${symbols.slice(0, at)}7${symbols.slice(at)}`)).toBe('damaged-code');
  }
});

test('a code of another edition and any other text say what is wrong with them', async () => {
  expect(await resolveEvidence(code([1, 0], [1, 2]), libraryOf(other))).toEqual({
    outcome: 'unknown-edition',
    edition: hash.slice(0, 10),
  });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      expect((await resolveEvidence(text, library)).outcome).toBe('damaged-code');
      expect((await resolveEvidence(`CY-${text}`, library)).outcome).toBe('damaged-code');
    }),
  );
  expect(['CY-7K3M', ' ｃｙ－7k3', 'cy - 7'].every(looksLikeEvidence)).toBe(true);
  expect(['养老金', 'cycle', 'CY', 'a CY-7K'].some(looksLikeEvidence)).toBe(false);
});

test('a place that the document does not have has no code', () => {
  expect(evidenceCode(content, place('b1', 0), place('nowhere', 1))).toBeNull();
  expect(evidenceCode(content, place('b3', 0), place('b1', 1))).toBeNull();
  expect(evidenceCode(content, { blockId: 'b1' as BlockId, offset: 5 }, place('b1', 2))).toBeNull();
});
