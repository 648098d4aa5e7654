export { SearchView } from './lazy-search-view.ts';
export { focusSearch, SearchBox } from './search-box.tsx';
export { prepareSearch } from './search-client.ts';
export { WalkBar } from './walk-bar.tsx';
export { walkOn } from './walk-store.ts';
