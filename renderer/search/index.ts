export { focusSearch, SearchBox } from './search-box.tsx';
export { prepareSearch } from './search-client.ts';
export { SearchView } from './search-view.tsx';
