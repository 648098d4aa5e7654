import { readFile } from 'node:fs/promises';
import type { Handlers } from '../../preload/contract/index.ts';
import type { Repository } from '../storage/repository.ts';

/** The About box: versions, runtime, where the data is, and the licences of what we ship. */
export function aboutHandlers(
  repository: Repository,
  facts: {
    readonly version: string;
    readonly dataFolder: string;
    readonly licencesFile: string;
    readonly pinnedElectron: string;
  },
): Pick<Handlers, 'app.about'> {
  return {
    'app.about': async () => {
      const { contentHash } = await repository.opening();
      const electron = process.versions.electron ?? '';
      return {
        version: facts.version,
        electron,
        chromium: process.versions.chrome ?? '',
        node: process.versions.node,
        developmentRuntime: electron !== facts.pinnedElectron,
        libraryHash: contentHash,
        dataFolder: facts.dataFolder,
        licences: await readFile(facts.licencesFile, 'utf8'),
      };
    },
  };
}
