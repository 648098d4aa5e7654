import type { DocumentSummary } from '../../preload/contract/index.ts';
import { type Facet, unstated } from '../domain/library/index.ts';
import type { Translate } from '../domain/strings/index.ts';
import type { Validity } from '../domain/validity/index.ts';

/** How a facet is called. */
export function facetName(t: Translate, facet: Facet): string {
  if (facet === 'notes') return t('nav.notes');
  if (facet === 'tag') return t('tags.title');
  if (facet === 'year') return t('library.year');
  return t(`field.${facet}`);
}

/** How a value of a facet is called: by a word of the UI, or as the documents and the user have it. */
export function facetText(t: Translate, facet: Facet, value: string): string {
  if (value === unstated) return t(facet === 'tag' ? 'library.untagged' : 'field.unstated');
  switch (facet) {
    case 'level':
      return t(`level.${value as NonNullable<DocumentSummary['level']>}`);
    case 'validity':
      return t(`validity.${value as Validity}`);
    case 'script':
      return t(`scriptName.${value as DocumentSummary['script']}`);
    case 'notes':
      return t(value === 'noted' ? 'library.noted' : 'library.unnoted');
    case 'year':
      return t('library.inYear', { year: value });
    default:
      return value;
  }
}
