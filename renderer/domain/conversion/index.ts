export { auditConversion, type Doubt, type DoubtfulCharacter, doubts } from './audit.ts';
export { type ChangedWord, changedWords } from './changed-words.ts';
export { sentenceAround } from './sentence.ts';
