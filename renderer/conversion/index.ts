export { ConversionView } from './lazy-conversion-view.ts';
