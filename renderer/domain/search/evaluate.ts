import { assertNever } from './assert-never.ts';
import type { QueryNode } from './query.ts';

/** Whether a folded text satisfies a query. */
export const matches = (node: QueryNode, folded: string): boolean => {
  switch (node.type) {
    case 'word':
    case 'phrase':
      return folded.includes(node.folded);
    case 'and':
      return node.children.every((child) => matches(child, folded));
    default:
      return assertNever(node);
  }
};

/** The folded terms whose places count and are marked. */
export const markedTerms = (node: QueryNode): readonly string[] => {
  switch (node.type) {
    case 'word':
    case 'phrase':
      return [node.folded];
    case 'and':
      return node.children.flatMap(markedTerms);
    default:
      return assertNever(node);
  }
};

/** Folded terms of which every match holds all: the index may narrow by any of them. */
export const requiredTerms = (node: QueryNode): readonly string[] => {
  switch (node.type) {
    case 'word':
    case 'phrase':
      return [node.folded];
    case 'and':
      return node.children.flatMap(requiredTerms);
    default:
      return assertNever(node);
  }
};

/** How often `term` occurs in `text`; places may overlap, the scan advances by one unit. */
export const countPlaces = (text: string, term: string): number => {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) count += 1;
  return count;
};

/** The places of all terms in `text`, by start, then end. */
export const placesOf = (text: string, terms: readonly string[]): { start: number; end: number }[] => {
  const places: { start: number; end: number }[] = [];
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      places.push({ start: at, end: at + term.length });
    }
  }
  return places.sort((one, other) => one.start - other.start || one.end - other.end);
};
