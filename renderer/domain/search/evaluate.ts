import { assertNever } from './assert-never.ts';
import type { QueryNode } from './query.ts';

/**
 * How many places of its terms a folded text has, or null where the text does not satisfy the query.
 * Every term's places count.
 */
export const evaluate = (node: QueryNode, folded: string): number | null => {
  switch (node.type) {
    case 'word':
    case 'phrase':
      return countPlaces(folded, node.folded) || null;
    case 'and': {
      let sum = 0;
      for (const child of node.children) {
        const places = evaluate(child, folded);
        if (places === null) return null;
        sum += places;
      }
      return sum;
    }
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
const countPlaces = (text: string, term: string): number => {
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
