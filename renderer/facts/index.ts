export { FactsPanel } from './facts-panel.tsx';
export { prepareFacts, useFacts } from './facts-store.ts';
export { FactsView } from './lazy-facts-view.ts';
