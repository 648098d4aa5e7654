import { describe, expect, it } from 'vitest';
import type { SearchRow } from '../../../main/export/search-table.ts';
import {
  administrativeLevelSchema,
  documentSummarySchema,
  errorCodes,
  scriptSchema,
} from '../../../preload/contract/index.ts';
import {
  actionStatuses,
  carriedStates,
  comparators,
  factTypes,
  indents,
  languages,
  libraryLayouts,
  markStyles,
  noteOrders,
  noteStatuses,
  printedNotes,
  repairKinds,
  themes,
  typefaces,
} from '../../../preload/contract/vocabulary.ts';
import type { DialogName } from '../../../renderer/app/dialogs-store.ts';
import { bookmarkOrders } from '../../../renderer/domain/bookmarks/index.ts';
import type { Doubt } from '../../../renderer/domain/conversion/index.ts';
import { facets, sortColumns, timelineDates } from '../../../renderer/domain/library/index.ts';
import type { NearQuery, QueryProblemCode, Suggestion } from '../../../renderer/domain/search/index.ts';
import { en } from '../../../renderer/domain/strings/en.ts';
import { zhCn } from '../../../renderer/domain/strings/zh-cn.ts';
import type { Validity } from '../../../renderer/domain/validity/index.ts';
import { textsOf } from './source-texts.ts';
import { sourcesOf } from './source-tree.ts';

/** Keys that code puts together from a value, and every value there is. */
const families: Readonly<Record<string, readonly string[]>> = {
  'error.*': errorCodes,
  'print.notes.*': printedNotes,
  'print.status.*': actionStatuses,
  'mark.*': markStyles,
  'action.*': ['none', 'open', 'done'],
  'carried.*': carriedStates,
  'meaning.*': markStyles,
  'language.*': languages,
  'theme.*': themes,
  'typeface.*': typefaces,
  'indent.*': indents.map(String),
  'level.*': administrativeLevelSchema.options,
  'scriptName.*': scriptSchema.options,
  'completeness.*': documentSummarySchema.unwrap().shape.completeness.options,
  'factType.*': factTypes,
  'comparator.*': comparators,
  'factPhrase.*': comparators,
  'bookmarkOrder.*': bookmarkOrders,
  'noteOrder.*': noteOrders,
  'noteStatus.*': noteStatuses,
  'repair.*': repairKinds,
  'unit.*': ['date', 'year', 'quarter', 'month'],
  'validity.*': namesOf<Validity>({ unstated: 0, pending: 0, expired: 0, expiring: 0, current: 0 }),
  'doubt.*': namesOf<Doubt>({ leftover: 0, overConverted: 0, several: 0, merged: 0 }),
  'doubtWhy.*': namesOf<Doubt>({ leftover: 0, overConverted: 0, several: 0, merged: 0 }),
  'query.*': namesOf<QueryProblemCode>({
    empty: 0,
    'too-long': 0,
    'too-many-words': 0,
    'unbalanced-quote': 0,
    'nothing-to-find': 0,
    'control-character': 0,
    'lone-surrogate': 0,
    'lone-or': 0,
    'near-needs-two': 0,
    'only-exclusions': 0,
    'unknown-field': 0,
    'field-empty': 0,
    'bad-year': 0,
    'unknown-validity': 0,
    'notes-unknown': 0,
    'read-as-filter': 0,
    'heading-number': 0,
  }),
  // What a search is narrowed by or told apart by.
  'search.facet.*': ['kind', 'issuer', 'year', 'validity', 'body', 'tag', 'notes', 'title', 'number'],
  'search.hit.*': ['title', 'heading', 'table', 'number'],
  'search.near.*': namesOf<NearQuery['why']>({
    'not-exact': 0,
    'one-off': 0,
    'without-word': 0,
    'without-filter': 0,
  }),
  'search.suggest.*': namesOf<Suggestion['kind']>({
    recent: 0,
    title: 0,
    number: 0,
    heading: 0,
    field: 0,
    value: 0,
  }),
  'searchExport.type.*': namesOf<SearchRow['type']>({ title: 0, heading: 0, text: 0, table: 0, note: 0 }),
  '*.title': namesOf<DialogName>({ shortcuts: 0, about: 0, settings: 0, print: 0 }),
  // The banner over user data that cannot be used, and the columns of a responsibility table.
  'userData.*': ['damaged', 'newer', 'readOnly', 'unusable'],
  'table.*': ['task', 'subtask', 'seq', 'measure', 'bodies'],
  // The heads that the library is sorted by, and how a field of a document is known.
  'field.*': [
    ...sortColumns.filter((column) => column !== 'notes'),
    ...facets.filter((facet) => !['notes', 'tag', 'year'].includes(facet)),
    ...timelineDates,
    'stated',
    'inferred',
  ],
  'library.*': libraryLayouts,
  // Who speaks of a document, and what a document speaks of that is none.
  'information.*': ['repeals', 'cites', 'lists', 'series', 'form', 'not-a-document'],
};

/** Words that are no text of the UI but a picture: the seal in the top bar. */
const pictures: Readonly<Record<string, readonly string[]>> = { 'renderer/app/top-bar.tsx': ['策'] };

const plural = /_(?:zero|one|two|few|many|other)$/;
const catalogues: readonly { language: string; texts: Readonly<Record<string, string>> }[] = [
  { language: 'zh-CN', texts: zhCn },
  { language: 'en', texts: en },
];
const stems = new Set(Object.keys(zhCn).map((key) => key.replace(plural, '')));

const sources = sourcesOf(['preload', 'renderer', 'main'])
  .filter(({ path }) => !path.startsWith('renderer/domain/strings/'))
  .map(({ path, text }) => ({ path, ...textsOf(path, text) }));
const calls = sources.flatMap(({ path, calls }) => calls.map((call) => ({ path, ...call })));

describe('the two catalogues', () => {
  it('have the same keys, counted ones in every plural form of the language', () => {
    const counted = Object.keys(zhCn)
      .filter((key) => plural.test(key))
      .map((key) => key.replace(plural, ''));
    for (const { language, texts } of catalogues) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plain = [...stems].filter((stem) => !counted.includes(stem));
      const wanted = [...plain, ...new Set(counted)].flatMap((stem) =>
        counted.includes(stem) ? forms.map((form) => `${stem}_${form}`) : [stem],
      );
      expect(Object.keys(texts).sort(), language).toEqual(wanted.sort());
    }
  });

  it('have no empty text and none with space around it', () => {
    for (const { language, texts } of catalogues) {
      const bad = Object.keys(texts).filter((key) => texts[key] === '' || texts[key] !== texts[key]?.trim());
      expect(bad, language).toEqual([]);
    }
  });

  it('have the same placeholders in both languages and in every plural form', () => {
    const differing = [...stems].filter((stem) => {
      const sets = catalogues.flatMap(({ texts }) =>
        Object.keys(texts)
          .filter((key) => key.replace(plural, '') === stem)
          .map((key) => placeholders(texts[key] ?? '').join()),
      );
      return new Set(sets).size !== 1;
    });
    expect(differing).toEqual([]);
  });
});

describe('the use of the catalogue', () => {
  it('finds the calls', () => {
    expect(calls.length).toBeGreaterThan(50);
  });

  it('asks only for keys that exist', () => {
    const unknown = calls.flatMap(({ path, keys }) =>
      keys
        .filter(({ form, computed }) => (computed ? families[form] === undefined : !stems.has(form)))
        .map(({ form }) => `${path}: ${form}`),
    );
    expect(unknown).toEqual([]);
  });

  it('finds every computed key, and computes every family', () => {
    const computed = calls.flatMap(({ keys }) => keys.filter((key) => key.computed).map(({ form }) => form));
    expect([...new Set(computed)].sort()).toEqual(Object.keys(families).sort());
    expect(computedKeys().filter((key) => !stems.has(key))).toEqual([]);
  });

  it('leaves no key unused', () => {
    const used = new Set([...computedKeys(), ...sources.flatMap(({ strings }) => strings)]);
    expect([...stems].filter((stem) => !used.has(stem))).toEqual([]);
  });

  it('gives every placeholder its value', () => {
    const wrong = calls.flatMap(({ path, keys, values }) =>
      values === null
        ? []
        : keys
            .filter(({ form, computed }) => !computed && placeholdersOf(form) !== [...values].sort().join())
            .map(({ form }) => `${path}: ${form} takes {${placeholdersOf(form)}}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('Chinese text in code', () => {
  it('stands in the catalogue only', () => {
    const found = sources
      // These two are about the documents' Chinese, not the UI's.
      .filter(({ path }) => !path.startsWith('main/ingest/') && !path.startsWith('renderer/domain/'))
      .flatMap(({ path, strings }) =>
        strings
          .map((string) => string.trim())
          .filter((string) => /\p{Script=Han}/u.test(string) && !pictures[path]?.includes(string))
          .map((string) => `${path}: ${string}`),
      );
    expect(found).toEqual([]);
  });

  it('is recognised in literals, templates, attributes and JSX text, and not in comments', () => {
    const source = `
      const a = '一'; // 注
      const b = \`二\${a}三\`; /* 释 */
      const c = <p title="四" lang={a}>五{/* 文 */}</p>;
      const d = /第.+条/u;
    `;
    const han = textsOf('example.tsx', source).strings.filter((string) => /\p{Script=Han}/u.test(string));
    expect(han.sort()).toEqual(['一', '二', '三', '四', '五'].sort());
  });
});

function computedKeys(): readonly string[] {
  return Object.entries(families).flatMap(([form, values]) =>
    values.map((value) => form.replace('*', () => value)),
  );
}

function placeholders(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].sort();
}

/** The placeholders of a key without its plural ending. */
function placeholdersOf(stem: string): string {
  const texts: Readonly<Record<string, string>> = zhCn;
  return placeholders(texts[stem] ?? texts[`${stem}_other`] ?? '').join();
}

/** The members of a union; a missing or a foreign one does not compile. */
function namesOf<Name extends string>(names: Readonly<Record<Name, 0>>): readonly string[] {
  return Object.keys(names);
}
