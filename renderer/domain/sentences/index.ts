export { splitSentences } from './split-sentences.ts';
export { extendBy, type UnitKind, type UnitSelection, unitsOf, unitsTouched } from './units.ts';
