import { z } from 'zod';
import { IngestError } from './errors.ts';

/*
 * What is known of each source document from its own text, and what is particular to one file and can be no
 * rule. `null` = not in the source. Lines and quotes are checked against the file, so a manifest that
 * contradicts it is refused.
 */
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const level = z.enum(['national', 'municipal', 'district', 'association']);
const blockRole = z.enum(['title', 'paragraph', 'number', 'addressees', 'date', 'note', 'signature']);

const defect = z.strictObject({
  kind: z.string().min(1),
  /** The words at the place, as they stand in the file. */
  quote: z.string().min(1),
  /** Where the quote begins: needed only when the words occur more than once. */
  start: z.number().int().nonnegative().optional(),
  note: z.string().min(1),
});

const outline = z.strictObject({
  /** Levels of label styles in a text whose own top headings are lost. */
  levels: z.record(z.string(), z.number().int().min(1).max(4)),
  /** Headings that carry no usable label, by their first words (up to the first 。), with their level. */
  headings: z.array(z.strictObject({ lead: z.string().min(1), level: z.number().int().min(1).max(4) })),
});

const compilation = z.strictObject({
  /** The line after which the contents stand. */
  contentsLine: z.string().min(1),
  /** Part of a title line that is only ornament. */
  ornament: z.string().optional(),
  /** Ids of the parts are `<id>-<prefix>01` and so on. */
  partPrefix: z.string().min(1),
  /** The administrative level of the parts that have no national issuer. */
  partLevel: level,
});

const manifestDocument = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  sourceFile: z.string().regex(/^[^/\\]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string().min(1),
  titleBasis: z.enum(['stated', 'inferred']),
  documentNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  kind: z.string().nullable(),
  level: level.nullable(),
  issuedOn: partialDate.nullable(),
  effectiveOn: partialDate.nullable(),
  expiresOn: partialDate.nullable(),
  addressees: z.string().nullable(),
  script: z.enum(['hans', 'hant']),
  completeness: z.enum(['complete', 'partial', 'fragment']),
  /** The year a report speaks for: the due date of its targets. */
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  /** The year up to which a plan runs. */
  planEnd: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  /** Field -> why its value is inferred. */
  inferred: z.record(z.string(), z.string().min(1)).default({}),
  /** Field -> why it is not known. */
  missing: z.record(z.string(), z.string().min(1)).default({}),
  webChrome: z.array(z.string().min(1)).default([]),
  /** Lines whose part in the document no rule tells. */
  roles: z.array(z.strictObject({ line: z.string().min(1), kind: blockRole })).default([]),
  outline: outline.optional(),
  compilation: compilation.optional(),
  defects: z.array(defect).default([]),
  /** Simplified characters left over in a text in traditional script. */
  mixedScript: z
    .strictObject({
      characters: z.string(),
      words: z.array(z.string().min(1)),
      /** Words that a converter took too far. */
      overConverted: z.array(z.string().min(1)),
    })
    .optional(),
});

const bodyNames = z.strictObject({
  canonical: z.string().min(1),
  aliases: z.array(z.string().min(1)),
});

const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  documents: z.array(manifestDocument).min(1),
  /** Names of one and the same body; the first is the one to filter by. */
  bodies: z.array(bodyNames),
});

export type ManifestDocument = z.infer<typeof manifestDocument>;
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Read a manifest (JSON text).
 * @throws IngestError `manifest` naming the place in the JSON that is wrong
 */
export function parseManifest(json: string, file = 'manifest.json'): Manifest {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    throw new IngestError('manifest', file, null, `not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const result = manifestSchema.safeParse(raw);
  if (!result.success) {
    const issue = result.error.issues[0];
    const where = issue === undefined ? '' : issue.path.join('.');
    throw new IngestError('manifest', file, null, `${where}: ${issue?.message ?? 'invalid'}`);
  }
  const seen = new Set<string>();
  for (const doc of result.data.documents) {
    if (seen.has(doc.id))
      throw new IngestError('manifest', file, null, `two documents have the id ${doc.id}`);
    seen.add(doc.id);
  }
  return result.data;
}
