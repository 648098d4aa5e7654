// Fetched when something is first looked for; by this way without the index of the library, which is not needed here.
export { findInDocument } from '../domain/search/index.ts';
