import { create } from 'zustand';
import type {
  Anchor,
  Annotation,
  AnnotationId,
  AnnotationScope,
  ErrorCode,
} from '../../preload/contract/index.ts';
import { nextPaint } from '../platform/next-paint.ts';
import { ask, codeOf } from '../platform/reader.ts';
import { type CollectionChange, savedCollection } from '../platform/saved-collection.ts';
import { reportProblem } from '../settings/index.ts';
import { changeKind } from './change-kind.ts';
import { goToAnnotation } from './go-to-annotation.ts';

/** What the note editor holds before it is saved; it stays until main has acknowledged it. */
export type Draft = {
  readonly note: string;
  readonly tags: string;
  readonly due: string | null;
  readonly status: Annotation['status'];
};

/** What the user may change of an annotation. */
type Content = Pick<Annotation, 'style' | 'note' | 'tags' | 'due' | 'status'>;

type Rows = ReadonlyMap<AnnotationId, Annotation>;

/**
 * A note that is being written and was never saved. `others` are the marks that are made along with it, where its
 * words stand in several stretches (see createAnchors).
 */
type Begun = { readonly annotation: Annotation; readonly others: readonly Annotation[] };

type AnnotationsStore = {
  /** Those in use; those in the trash are in `trashed`. */
  readonly annotations: Rows;
  readonly trashed: Rows;
  readonly begun: ReadonlyMap<AnnotationId, Begun>;
  /** Marks just made that main is writing: painted, and gone again with a sentence when it cannot. */
  readonly unsaved: readonly Annotation[];
  /** The one whose card is open for editing, and the drafts of all that were ever left unsaved. */
  readonly editing: AnnotationId | null;
  /** What had the focus when that was opened, to give it back to. */
  readonly writtenFrom: Element | null;
  readonly drafts: ReadonlyMap<AnnotationId, Draft>;
  /** The one the user last pointed at, in the text or in the list. */
  readonly selected: AnnotationId | null;
  /** The one whose card takes the keyboard focus as soon as it is shown. */
  readonly awaited: AnnotationId | null;
  readonly open: (annotations: readonly Annotation[]) => void;
  readonly create: (
    anchor: Anchor,
    content: Partial<Content> & Pick<Content, 'style'>,
    scope?: AnnotationScope,
  ) => Promise<Annotation | null>;
  /** Makes one annotation for each anchor, as one step; answers the first. */
  readonly createAll: (
    anchors: readonly Anchor[],
    content: Partial<Content> & Pick<Content, 'style'>,
    scope?: AnnotationScope,
  ) => Promise<Annotation | null>;
  /** Opens the editor of a new note at once; nothing is kept before it is saved. Null without an anchor. */
  readonly begin: (
    anchors: readonly Anchor[],
    style: Content['style'],
    scope?: AnnotationScope,
  ) => Annotation | null;
  /** Saves what the editor holds; answers why main could not write, null when it has. */
  readonly save: (id: AnnotationId, content: Content) => Promise<ErrorCode | null>;
  /** Closes the editor and forgets what was typed, and the note itself where it was never saved. */
  readonly discard: (id: AnnotationId) => void;
  readonly edit: (id: AnnotationId, content: Partial<Content>) => Promise<boolean>;
  /**
   * Changes many at once, as one step of the history: all of them on disk or none. `alter` returns the annotation
   * itself to leave it alone. False when main could not write; the user has then been told.
   */
  readonly editMany: (
    ids: Iterable<AnnotationId>,
    alter: (annotation: Annotation) => Annotation,
  ) => Promise<boolean>;
  /** Puts annotations into the trash, or takes them out again. */
  readonly trash: (ids: Iterable<AnnotationId>) => Promise<boolean>;
  readonly putBack: (ids: Iterable<AnnotationId>) => Promise<boolean>;
  /** Removes annotations of the trash for good; undo brings them back as long as the window is open. */
  readonly erase: (ids: Iterable<AnnotationId>) => Promise<boolean>;
  readonly startEditing: (id: AnnotationId | null) => void;
  readonly keepDraft: (id: AnnotationId, draft: Draft) => void;
  /** Another colour for a note that is only being written. */
  readonly restyle: (id: AnnotationId, style: Content['style']) => void;
  readonly select: (id: AnnotationId | null) => void;
  readonly awaitCard: (id: AnnotationId | null) => void;
};

/** The user's annotations. Nothing is shown as saved before main has it on disk. */
export const useAnnotations = create<AnnotationsStore>((set, get) => {
  const move = savedCollection<Annotation>(
    // A mark that is painted before it is saved is seen before its card and all the rest are made.
    (change) => Promise.all([ask('annotations.apply', change), get().unsaved.length > 0 && nextPaint()]),
    (change) =>
      set(({ annotations, trashed, begun }) => ({
        // At once: a note is never in the list twice.
        begun: change.put.reduce((rest, { id }) => without(rest, id), begun),
        annotations: part(annotations, change, ({ trashedAt }) => trashedAt === null),
        trashed: part(trashed, change, ({ trashedAt }) => trashedAt !== null),
      })),
    (changes) => ({
      what: changeKind(changes),
      count: changes.length,
      goThere: () => {
        const [first] = changes;
        const place = first?.after ?? first?.before;
        if (place) goToAnnotation(place);
      },
    }),
  );
  const change = async (...changes: Parameters<typeof move>): Promise<boolean> => {
    try {
      await move(...changes);
      return true;
    } catch (error) {
      reportProblem('problem.noteNotSaved', error);
      return false;
    }
  };
  const make: AnnotationsStore['createAll'] = async (anchors, content, scope = 'text') => {
    const made = anchors.map((anchor) => annotationOf(anchor, content, scope));
    const changes = made.map((after) => ({ before: null, after }));
    set(({ unsaved }) => ({ unsaved: [...unsaved, ...made] }));
    const saved = await change(changes);
    set(({ unsaved }) => ({ unsaved: unsaved.filter((annotation) => !made.includes(annotation)) }));
    return saved ? (made[0] ?? null) : null;
  };
  const known = (id: AnnotationId): Annotation | undefined =>
    get().annotations.get(id) ?? get().trashed.get(id);
  const editMany: AnnotationsStore['editMany'] = (ids, alter) =>
    change(
      [...ids].flatMap((id) => {
        const before = known(id);
        const after = before === undefined ? undefined : alter(before);
        return before === undefined || after === undefined || after === before ? [] : [{ before, after }];
      }),
    );

  return {
    annotations: new Map(),
    trashed: new Map(),
    begun: new Map(),
    unsaved: [],
    editing: null,
    writtenFrom: null,
    drafts: new Map(),
    selected: null,
    awaited: null,
    open: (annotations) => {
      const entries = annotations.map((annotation) => [annotation.id, annotation] as const);
      set({
        annotations: new Map(entries.filter(([, { trashedAt }]) => trashedAt === null)),
        trashed: new Map(entries.filter(([, { trashedAt }]) => trashedAt !== null)),
      });
    },
    create: (anchor, content, scope) => make([anchor], content, scope),
    createAll: make,
    begin: (anchors, style, scope = 'text') => {
      const [annotation, ...others] = anchors.map((anchor) => annotationOf(anchor, { style }, scope));
      if (annotation === undefined) return null;
      set(({ begun, drafts }) => ({
        begun: new Map([...written(begun, drafts), [annotation.id, { annotation, others }]]),
        editing: annotation.id,
        writtenFrom: document.activeElement,
        selected: annotation.id,
      }));
      return annotation;
    },
    save: async (id, content) => {
      const begun = get().begun.get(id);
      const before = begun === undefined ? known(id) : null;
      const row = before ?? begun?.annotation;
      if (row === undefined || before === undefined) return 'NOT_FOUND';
      const after = { ...row, ...content, modifiedAt: new Date().toISOString() };
      const others = begun?.others.map((other) => ({ before: null, after: other })) ?? [];
      try {
        if (before === null || !sameContent(before, after)) await move([{ before, after }, ...others]);
      } catch (error) {
        return codeOf(error);
      }
      get().discard(id);
      return null;
    },
    discard: (id) =>
      set(({ begun, drafts, editing }) => ({
        begun: without(begun, id),
        drafts: without(drafts, id),
        editing: editing === id ? null : editing,
      })),
    edit: async (id, content) =>
      known(id) !== undefined &&
      editMany([id], (before) => ({ ...before, ...content, modifiedAt: new Date().toISOString() })),
    editMany,
    trash: (ids) => {
      const now = new Date().toISOString();
      return editMany(ids, (annotation) => ({ ...annotation, trashedAt: annotation.trashedAt ?? now }));
    },
    putBack: (ids) => editMany(ids, (annotation) => ({ ...annotation, trashedAt: null })),
    erase: (ids) =>
      change(
        [...ids].flatMap((id) => {
          const before = get().trashed.get(id);
          return before === undefined ? [] : [{ before, after: null }];
        }),
      ),
    startEditing: (id) =>
      set(({ begun, drafts }) => ({
        editing: id,
        writtenFrom: document.activeElement,
        begun: written(begun, drafts, id),
      })),
    keepDraft: (id, draft) => set(({ drafts }) => ({ drafts: new Map([...drafts, [id, draft]]) })),
    restyle: (id, style) =>
      set(({ begun }) => {
        const present = begun.get(id);
        if (present === undefined) return {};
        const inStyle = (annotation: Annotation): Annotation => ({ ...annotation, style });
        const { annotation, others } = present;
        const next = { annotation: inStyle(annotation), others: others.map(inStyle) };
        return { begun: new Map([...begun, [id, next]]) };
      }),
    select: (id) => set({ selected: id }),
    awaitCard: (id) => set({ awaited: id }),
  };
});

function annotationOf(
  anchor: Anchor,
  content: Partial<Content> & Pick<Content, 'style'>,
  scope: AnnotationScope,
): Annotation {
  const now = new Date().toISOString();
  return {
    note: '',
    tags: [],
    due: null,
    status: null,
    ...content,
    id: crypto.randomUUID() as AnnotationId,
    scope,
    anchor,
    createdAt: now,
    modifiedAt: now,
    trashedAt: null,
    carried: null,
  };
}

/** The notes begun that hold something typed, and the one that is `kept` whatever it holds. */
function written(
  begun: AnnotationsStore['begun'],
  drafts: AnnotationsStore['drafts'],
  kept: AnnotationId | null = null,
): AnnotationsStore['begun'] {
  return new Map([...begun].filter(([id]) => id === kept || (drafts.get(id)?.note ?? '').trim() !== ''));
}

function sameContent(before: Annotation, after: Annotation): boolean {
  return (
    before.note === after.note &&
    before.style === after.style &&
    before.due === after.due &&
    before.status === after.status &&
    before.tags.join('\n') === after.tags.join('\n')
  );
}

function without<Value>(
  rows: ReadonlyMap<AnnotationId, Value>,
  id: AnnotationId,
): ReadonlyMap<AnnotationId, Value> {
  if (!rows.has(id)) return rows;
  const next = new Map(rows);
  next.delete(id);
  return next;
}

/** The rows of one part (in use, or in the trash) after a change; the very same map when it is not concerned. */
function part(
  rows: Rows,
  { put, remove }: CollectionChange<Annotation>,
  belongs: (annotation: Annotation) => boolean,
): Rows {
  const leaving = [...remove, ...put.filter((row) => !belongs(row)).map(({ id }) => id)];
  const coming = put.filter(belongs);
  if (coming.length === 0 && !leaving.some((id) => rows.has(id))) return rows;
  const next = new Map(rows);
  for (const id of leaving) next.delete(id);
  for (const row of coming) next.set(row.id, row);
  return next;
}
