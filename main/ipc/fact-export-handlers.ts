import path from 'node:path';
import type { BrowserWindow } from 'electron';
import {
  type DocumentContent,
  type Handlers,
  type LibraryFact,
  ReaderError,
} from '../../preload/contract/index.ts';
import { isDatedDuty } from '../../renderer/domain/facts/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { factsAsCsv } from '../export/facts-csv.ts';
import { factsAsCalendar } from '../export/facts-ics.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { askWhereToSave, safeFileName } from '../files/dialogs.ts';
import type { Repository } from '../storage/repository.ts';

const filterNames = { csv: 'CSV', ics: 'iCalendar' } as const;

/** Export of targets and deadlines. The renderer says which, the user says where, main writes. */
export function factExportHandlers(
  repository: Repository,
  window: () => BrowserWindow | null,
): Pick<Handlers, 'export.facts'> {
  return {
    'export.facts': async ({ factIds, format }) => {
      const parent = window();
      if (parent === null) throw new ReaderError('INTERNAL', 'no window to ask in');
      const { settings, documents, contentHash } = await repository.opening();
      const asked = chosen(await repository.readFacts(), factIds);
      const facts = format === 'ics' ? asked.filter(isDatedDuty) : asked;
      const [first] = facts;
      if (first === undefined) return { outcome: 'nothing-dated' };
      const t = translatorOf(settings.language);
      const title = facts.every(({ documentId }) => documentId === first.documentId)
        ? (documents.find(({ id }) => id === first.documentId)?.title ?? first.documentId)
        : t('export.allNotesTitle');
      const file = await askWhereToSave(parent, {
        defaultName: `${safeFileName(t('export.factsFileName', { title }))}.${format}`,
        filterName: filterNames[format],
        extension: format,
      });
      if (file === null) return { outcome: 'cancelled' };
      const { language } = settings;
      const text =
        format === 'csv'
          ? factsAsCsv({ facts, contents: await contentsOf(repository, facts), language })
          : factsAsCalendar({
              facts,
              documents,
              language,
              libraryHash: contentHash,
              exportedAt: new Date(),
            });
      await writeFileAtomically(file, new TextEncoder().encode(text));
      return {
        outcome: 'saved',
        fileName: path.basename(file),
        factCount: facts.length,
        leftOut: asked.length - facts.length,
      };
    },
  };
}

/** The facts with these ids in their order, each once. */
function chosen(facts: readonly LibraryFact[], ids: readonly string[]): readonly LibraryFact[] {
  const byId = new Map<string, LibraryFact>(facts.map((fact) => [fact.id, fact]));
  return [...new Set(ids)].map((id) => {
    const fact = byId.get(id);
    if (fact === undefined) throw new ReaderError('NOT_FOUND', `fact ${id}`);
    return fact;
  });
}

/** The documents that facts stand in. */
function contentsOf(
  repository: Repository,
  facts: readonly LibraryFact[],
): Promise<readonly DocumentContent[]> {
  const ids = [...new Set(facts.map(({ documentId }) => documentId))];
  return Promise.all(ids.map((id) => repository.readDocument(id)));
}
