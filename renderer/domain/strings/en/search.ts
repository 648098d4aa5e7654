import type { search as zhCn } from '../zh-cn/search.ts';
import type { English } from './english.ts';

export const search: English<typeof zhCn> = {
  'search.placeholder': 'Search all policies',
  'search.start': 'Search all policies',
  'search.startDetail': 'Separate words by spaces, quote exact phrases; both scripts are searched together.',
  'search.running': 'Searching',
  'search.nothing': 'Nothing found for “{{query}}”',
  'search.nothingDetail': 'Try one word less, or other words.',
  'search.failed': 'Search is not available now',
  'search.failedDetail': 'Please reopen the program; reading and notes are not affected.',
  'search.time': '{{milliseconds}} ms',
  'search.bothScripts': 'both scripts',
  'search.shown': 'the first {{shown}} shown',

  'query.empty': 'Type what to look for.',
  'query.too-long': 'The query is too long; only its beginning was searched.',
  'query.too-many-words': 'Too many words; only the first ones were searched.',
  'query.unbalanced-quote': 'A quotation mark is missing; the phrase was taken to the end.',
  'query.nothing-to-find': 'There is no text to look for here.',
  'query.control-character': 'Invisible control characters were left out.',
  'query.lone-surrogate': 'Incomplete characters were left out.',
  'query.lone-or': 'OR (|, 或) needs a word on both sides; this one was left out.',
  'query.near-needs-two':
    '“~number” needs two or more words, such as "养老 服务"~5; plain words were searched.',
  'query.only-exclusions':
    'Only words to exclude were typed, so they were searched as they stand; add a word to find.',
  'query.unknown-field':
    'There is no such filter, so it was searched as text. There are title, number, issuer, year, kind, validity, body, tag and has:notes.',
  'query.field-empty': 'Nothing follows the colon; this filter was left out.',
  'query.bad-year': 'Write years as 2020, 2020..2021, 2020.. or ..2021; this filter was left out.',
  'query.unknown-validity':
    'Validity can be current, expiring, pending, expired or unstated; this filter was left out.',
  'query.notes-unknown': 'Notes and tags are not known here; this filter was left out.',
};
