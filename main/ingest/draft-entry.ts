import { readLabel } from './labels.ts';
import { squeeze } from './lines.ts';
import type { ManifestDocument } from './manifest.ts';

/**
 * An entry for a file that no manifest describes (one that a user brings): the first line is its title,
 * everything else is left to be found in the text (`metadata: 'found'`).
 */
export function draftEntry(id: string, sourceFile: string, sha256: string, text: string): ManifestDocument {
  const first = text.split(/[\r\n]+/).find((line) => squeeze(line) !== '') ?? '';
  const title = isTitle(first) ? squeeze(first) : sourceFile;
  const stated = title !== sourceFile;
  return {
    id,
    sourceFile,
    sha256,
    title,
    titleBasis: stated ? 'stated' : 'inferred',
    documentNumber: null,
    issuer: null,
    kind: null,
    level: null,
    issuedOn: null,
    effectiveOn: null,
    expiresOn: null,
    addressees: null,
    script: scriptOf(text),
    completeness: 'complete',
    inferred: stated ? {} : { title: 'the name of the file' },
    missing: {},
    webChrome: [],
    roles: [],
    defects: [],
  };
}

function isTitle(line: string): boolean {
  const text = squeeze(line);
  return (
    text.length >= 2 &&
    text.length <= 120 &&
    !line.includes('\t') &&
    readLabel(text) === null &&
    !/[。；;：:,，]$/.test(text)
  );
}

/** By the commonest characters that the two scripts write differently. */
function scriptOf(text: string): 'hans' | 'hant' {
  const head = text.slice(0, 20_000);
  const hant = head.match(/[國發個會為與業條實應]/g)?.length ?? 0;
  return hant > (head.match(/[国发个会为与业条实应]/g)?.length ?? 0) ? 'hant' : 'hans';
}
