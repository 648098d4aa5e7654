export type QueryProblemCode =
  | 'empty'
  | 'too-long'
  | 'too-many-words'
  | 'unbalanced-quote'
  | 'nothing-to-find'
  | 'control-character'
  | 'lone-surrogate'
  | 'lone-or'
  | 'near-needs-two'
  | 'only-exclusions'
  | 'unknown-field'
  | 'field-empty'
  | 'bad-year'
  | 'unknown-validity'
  | 'notes-unknown'
  | 'read-as-filter'
  | 'heading-number';

/** Something in a query that was left out or guessed; the range is in the query as typed (UTF-16 units). */
export type QueryProblem = { readonly code: QueryProblemCode; readonly start: number; readonly end: number };
