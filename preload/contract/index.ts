export * from './annotations.ts';
export * from './call-names.ts';
export * from './calls.ts';
export * from './documents.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './settings.ts';
export * from './vocabulary.ts';
