import type {
  Annotation,
  AnnotationId,
  BlockId,
  Body,
  Bookmark,
  BookmarkId,
  Carrying,
  DocumentContent,
  DocumentDetails,
  DocumentId,
  DocumentSummary,
  Edition,
  Failure,
  Folder,
  FolderId,
  LibraryFact,
  Original,
  ReadingPosition,
  Settings,
  SettingsPatch,
  Shelf,
  UserDataState,
} from '../../preload/contract/index.ts';
import type { SourceRange } from './source-places.ts';
import type { Change } from './user-store.ts';

/** What is known the moment both files have been looked at. */
export type Opening = {
  readonly settings: Settings;
  readonly documents: readonly DocumentSummary[];
  readonly contentHash: string;
  readonly libraryProblem: Failure | null;
  readonly userData: UserDataState;
  readonly annotations: readonly Annotation[];
  readonly bookmarks: readonly Bookmark[];
  readonly positions: readonly ReadingPosition[];
  readonly folders: readonly Folder[];
  readonly shelves: readonly Shelf[];
  readonly carrying: Carrying;
};

/**
 * All data of the app behind one interface. It runs in a worker thread (SQLite here is synchronous),
 * and its callers in main see only promises; the files behind it may change their form (durability
 * design) without a caller noticing. Methods reject with a ReaderError.
 */
export type Repository = {
  readonly opening: () => Promise<Opening>;
  readonly readDocument: (id: DocumentId) => Promise<DocumentContent>;
  readonly readDetails: (id: DocumentId) => Promise<DocumentDetails>;
  readonly readOriginal: (id: DocumentId, blockId: BlockId) => Promise<Original>;
  /** Where ranges of blocks stand in the source files; null for what stands in none. */
  readonly readSourceRanges: (
    ranges: readonly { readonly blockId: BlockId; readonly start: number; readonly end: number }[],
  ) => Promise<readonly (SourceRange | null)[]>;
  readonly readFacts: () => Promise<readonly LibraryFact[]>;
  readonly readBodies: () => Promise<readonly Body[]>;
  /** A kept edition. */
  readonly readEdition: (editionHash: string) => Promise<Edition>;
  /** The search units of the whole library as JSON, ready to be streamed to the search worker. */
  readonly searchFeed: () => Promise<string>;
  readonly annotations: () => Promise<readonly Annotation[]>;
  readonly bookmarks: () => Promise<readonly Bookmark[]>;
  readonly applyAnnotations: (change: Change<Annotation, AnnotationId>) => Promise<void>;
  readonly applyBookmarks: (change: Change<Bookmark, BookmarkId>) => Promise<void>;
  readonly applyFolders: (change: Change<Folder, FolderId>) => Promise<void>;
  readonly applyShelves: (change: Change<Shelf, DocumentId>) => Promise<void>;
  readonly savePosition: (position: ReadingPosition) => Promise<void>;
  readonly saveSettings: (patch: SettingsPatch) => Promise<Settings>;
  readonly startAfresh: () => Promise<{ readonly keptFile: string }>;
};

/** The worker answers these names and no others. */
export const repositoryMethods = [
  'opening',
  'readDocument',
  'readDetails',
  'readOriginal',
  'readSourceRanges',
  'readFacts',
  'readBodies',
  'readEdition',
  'searchFeed',
  'annotations',
  'bookmarks',
  'applyAnnotations',
  'applyBookmarks',
  'applyFolders',
  'applyShelves',
  'savePosition',
  'saveSettings',
  'startAfresh',
] as const satisfies readonly (keyof Repository)[];

export type RepositoryMethod = (typeof repositoryMethods)[number];
