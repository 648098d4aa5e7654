import { z } from 'zod';
import { annotationSchema, maximumNoteLength } from '../../../preload/contract/index.ts';
import type { OwnNote, Refused } from './read-types.ts';
import { fromUuidUrn } from './vocabulary.ts';

/** Whether the annotation was written by this program: foreign ones have no edition. */
export function isOwn(item: object): boolean {
  const { target } = item as { readonly target?: unknown };
  return typeof target === 'object' && target !== null && 'ceyue:editionHash' in target;
}

const body = z.object({ value: z.string(), purpose: z.string() });
const quote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const ownSchema = z.object({
  id: z.string(),
  created: z.string(),
  modified: z.string(),
  creator: z.object({ name: z.string().max(200) }).optional(),
  body: z.array(body).default([]),
  target: z.object({
    selector: z.array(z.union([quote, z.object({ type: z.literal('TextPositionSelector') })])).default([]),
    'ceyue:documentId': z.string(),
    'ceyue:editionHash': z.string(),
    'ceyue:start': z.unknown(),
    'ceyue:end': z.unknown(),
    'ceyue:headingPath': z.array(z.string()),
    'ceyue:document': z
      .object({
        title: z.string().max(2000),
        documentNumber: z.string().max(500).nullable(),
        issuer: z.string().max(500).nullable(),
        issuedOn: z.string().max(10).nullable(),
      })
      .optional(),
  }),
  'ceyue:scope': z.string(),
  'ceyue:style': z.string(),
  'ceyue:due': z.string().nullable().default(null),
  'ceyue:status': z.string().nullable().default(null),
  'ceyue:trashedAt': z.string().nullable().default(null),
  'ceyue:carried': z.unknown().optional(),
});

/** The record of one of our own annotations; it passes the contract's schema or is refused with the field at fault. */
export function readOwn(item: object): OwnNote | Refused {
  const read = ownSchema.safeParse(item);
  if (!read.success) return refused(read.error);
  const { target, body: bodies, ...own } = read.data;
  const comment = bodies.find(({ purpose }) => purpose === 'commenting')?.value ?? '';
  if (comment.length > maximumNoteLength) return { problem: 'too-long', detail: 'body' };
  const words = target.selector.find((selector) => selector.type === 'TextQuoteSelector');
  const annotation = annotationSchema.safeParse({
    id: fromUuidUrn(own.id),
    scope: own['ceyue:scope'],
    anchor: {
      documentId: target['ceyue:documentId'],
      editionHash: target['ceyue:editionHash'],
      start: target['ceyue:start'],
      end: target['ceyue:end'],
      exact: words?.exact ?? '',
      prefix: words?.prefix ?? '',
      suffix: words?.suffix ?? '',
      headingPath: target['ceyue:headingPath'],
    },
    style: own['ceyue:style'],
    note: comment,
    tags: bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value),
    due: own['ceyue:due'],
    status: own['ceyue:status'],
    createdAt: own.created,
    modifiedAt: own.modified,
    trashedAt: own['ceyue:trashedAt'],
    carried: own['ceyue:carried'] ?? null,
  });
  if (!annotation.success) return refused(annotation.error);
  return {
    kind: 'own',
    annotation: annotation.data,
    author: own.creator?.name ?? '',
    document: target['ceyue:document'] ?? null,
  };
}

function refused(error: z.ZodError): Refused {
  const [issue] = error.issues;
  return { problem: 'bad-value', detail: issue?.path.join('.') ?? '' };
}
