export { auditConversion, type Doubt, type DoubtfulCharacter, type DoubtfulPlace, doubts } from './audit.ts';
export { type ChangedWord, changedWords } from './changed-words.ts';
export { type Sentence, sentenceAround } from './sentence.ts';
