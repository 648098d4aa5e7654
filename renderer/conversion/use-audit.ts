import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Block, DocumentId, DocumentSummary, ErrorCode } from '../../preload/contract/index.ts';
import { auditConversion, type Doubt, type DoubtfulCharacter } from '../domain/conversion/index.ts';
import { conversionFor } from '../domain/script/index.ts';
import { useLibrary } from '../library/index.ts';
import { codeOf } from '../platform/reader.ts';

export type Audit = { readonly blocks: readonly Block[]; readonly found: readonly DoubtfulCharacter[] };

type Looked = {
  readonly doubt: Doubt | null;
  /** The character whose places are shown. */
  readonly open: string | null;
};

/** What was looked at in the audit of each document, for who comes back from a place. */
export const useLooked = create<ReadonlyMap<DocumentId, Looked>>(() => new Map());

export function look(documentId: DocumentId, patch: Partial<Looked>): void {
  const known = useLooked.getState();
  const old = known.get(documentId) ?? { doubt: null, open: null };
  useLooked.setState(new Map(known).set(documentId, { ...old, ...patch }), true);
}

/** The audit of a document with all its parts: null while it is being made, a code where it cannot be. */
export function useAudit(
  document: DocumentSummary | undefined,
  wanted: boolean,
): { readonly audit: Audit | ErrorCode | null; readonly again: () => void } {
  const documents = useLibrary((state) => state.documents);
  const load = useLibrary((state) => state.load);
  const [audit, setAudit] = useState<Audit | ErrorCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is nothing but a reason to try again
  useEffect(() => {
    if (document === undefined || !wanted) return;
    let present = true;
    setAudit(null);
    const ids = [document.id, ...documents.flatMap((each) => (each.parentId === document.id ? each.id : []))];
    const make = async (): Promise<Audit> => {
      const blocks = (await Promise.all(ids.map(load))).flatMap((content) => content.blocks);
      const texts = blocks.map(({ text }) => text);
      return { blocks, found: await auditConversion(texts, conversionFor(document.script)) };
    };
    make().then(
      (made) => present && setAudit(made),
      (error: unknown) => present && setAudit(codeOf(error)),
    );
    return () => {
      present = false;
    };
  }, [document, documents, load, wanted, attempt]);
  return { audit, again: () => setAttempt((count) => count + 1) };
}
