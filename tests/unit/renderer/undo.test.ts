import { beforeEach, describe, expect, it } from 'vitest';
import { savedCollection, withChange } from '../../../renderer/platform/saved-collection.ts';
import { useHistory } from '../../../renderer/platform/undo.ts';

type Row = { readonly id: string; readonly text: string };

/** A collection over a disk that can be made to refuse. */
function collection() {
  const disk = new Map<string, Row>();
  let shown: ReadonlyMap<string, Row> = new Map();
  let refusing = false;
  const change = savedCollection<Row>(
    async ({ put, remove }) => {
      if (refusing) throw new Error('the disk is full');
      for (const row of put) disk.set(row.id, row);
      for (const id of remove) disk.delete(id);
    },
    (update) => {
      shown = withChange(shown, update);
    },
  );
  return {
    change: (before: Row | null, after: Row | null) => change([{ before, after }]),
    changeMany: change,
    texts: () => [...shown.values()].map(({ text }) => text),
    kept: () => [...disk.values()].map(({ text }) => text),
    refuse: (refused: boolean) => {
      refusing = refused;
    },
  };
}

describe('the history of changes', () => {
  beforeEach(() => useHistory.setState({ done: [], undone: [] }));

  it('goes back 300 changes and forth again, on disk as on screen', async () => {
    const { change, texts, kept } = collection();
    let before: Row | null = null;
    for (let version = 1; version <= 300; version += 1) {
      const after = { id: 'a', text: `v${version}` };
      await change(before, after);
      before = after;
    }
    for (let version = 299; version >= 1; version -= 1) {
      expect(await useHistory.getState().undo()).not.toBeNull();
      expect(kept()).toEqual([`v${version}`]);
    }
    await useHistory.getState().undo();
    expect([texts(), kept()]).toEqual([[], []]);
    expect(await useHistory.getState().undo()).toBeNull();
    for (let version = 1; version <= 300; version += 1) await useHistory.getState().redo();
    expect([texts(), kept()]).toEqual([['v300'], ['v300']]);
    expect(await useHistory.getState().redo()).toBeNull();
  });

  it('takes one step for each press, however fast they come', async () => {
    const { change, texts } = collection();
    for (const id of ['a', 'b', 'c']) await change(null, { id, text: id });
    const { undo } = useHistory.getState();
    const steps = await Promise.all([undo(), undo(), undo(), undo()]);
    expect(steps.map((step) => step !== null)).toEqual([true, true, true, false]);
    expect(texts()).toEqual([]);
    for (let press = 0; press < 3; press += 1) await useHistory.getState().redo();
    expect(texts()).toEqual(['a', 'b', 'c']);
  });

  it('forgets what was taken back once something new is done', async () => {
    const { change, texts } = collection();
    await change(null, { id: 'a', text: 'a' });
    await useHistory.getState().undo();
    await change(null, { id: 'b', text: 'b' });
    expect(await useHistory.getState().redo()).toBeNull();
    expect(texts()).toEqual(['b']);
  });

  it('keeps a step whose change is refused, so that it can be tried again', async () => {
    const { change, texts, kept, refuse } = collection();
    await change(null, { id: 'a', text: 'a' });
    refuse(true);
    await expect(useHistory.getState().undo()).rejects.toThrow('full');
    expect([texts(), kept()]).toEqual([['a'], ['a']]);
    refuse(false);
    expect(await useHistory.getState().undo()).not.toBeNull();
    expect([texts(), kept()]).toEqual([[], []]);
  });

  it('takes many changed at once back as one', async () => {
    const { change, changeMany, texts, kept } = collection();
    const rows = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
    for (const row of rows) await change(null, row);
    await changeMany([
      ...rows.slice(0, 2).map((before) => ({ before, after: { ...before, text: `${before.text}!` } })),
      { before: rows[2] ?? null, after: null },
    ]);
    expect([texts(), kept()]).toEqual([
      ['a!', 'b!'],
      ['a!', 'b!'],
    ]);
    await useHistory.getState().undo();
    expect(texts()).toEqual(['a', 'b', 'c']);
    await useHistory.getState().redo();
    expect(kept()).toEqual(['a!', 'b!']);
  });

  it('does not record a change that was refused', async () => {
    const { change, refuse, texts } = collection();
    refuse(true);
    await expect(change(null, { id: 'a', text: 'a' })).rejects.toThrow('full');
    expect(texts()).toEqual([]);
    expect(await useHistory.getState().undo()).toBeNull();
  });
});
