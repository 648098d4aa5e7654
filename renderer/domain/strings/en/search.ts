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
};
