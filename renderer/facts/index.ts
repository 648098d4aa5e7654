export { prepareFacts, useFacts } from './facts-store.ts';
export { FactsPanel } from './lazy-facts-panel.ts';
export { FactsView } from './lazy-facts-view.ts';
