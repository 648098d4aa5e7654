import { expect, test } from 'vitest';
import type { Citation, DocumentId } from '../../../preload/contract/index.ts';
import { standingOf } from '../../../renderer/domain/citations/index.ts';

const target = '000' as DocumentId;

test.each<[Citation['kind'], DocumentId | null, ReturnType<typeof standingOf>]>([
  ['document', target, 'linked'],
  ['document', null, 'absent'],
  ['law', null, 'absent'],
  ['abbreviation', null, 'absent'],
  ['abbreviation', target, 'linked'],
  ['toc', target, 'linked'],
  ['toc', null, 'absent'],
  ['self', target, 'self'],
  ['series', null, 'none'],
  ['form', null, 'none'],
  ['not-a-document', null, 'none'],
])('a citation of kind %s with the target %s is %s', (kind, targetDocumentId, standing) => {
  expect(standingOf({ kind, targetDocumentId })).toBe(standing);
});
