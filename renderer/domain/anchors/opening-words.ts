import type { Block } from '../../../preload/contract/index.ts';

const labelLength = 60;

/** What a bookmark on a block is labelled with: its opening words, a heading's number before them. */
export const openingWords = ({ kind, number, text }: Block): string =>
  [...`${kind === 'heading' ? (number ?? '') : ''}${text}`].slice(0, labelLength).join('');
