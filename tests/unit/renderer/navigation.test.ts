import { beforeEach, expect, it } from 'vitest';
import type { BlockId, DocumentId } from '../../../preload/contract/index.ts';
import { openDocument, tellWhere, useNavigation } from '../../../renderer/platform/navigation.ts';

beforeEach(() =>
  useNavigation.setState({ route: { view: 'library' }, target: null, spot: null, past: [], future: [] }),
);

const place = { blockId: '002-b0003' as BlockId, offset: 4, marks: [] };

it('goes back to the place that was left, and forward again', () => {
  openDocument('002' as DocumentId, place);
  useNavigation.getState().go({ view: 'notes' });
  useNavigation.getState().back();
  expect(useNavigation.getState()).toMatchObject({
    route: { view: 'reader', documentId: '002' },
    target: place,
  });
  useNavigation.getState().back();
  expect(useNavigation.getState().route).toEqual({ view: 'library' });
  useNavigation.getState().back();
  useNavigation.getState().forward();
  useNavigation.getState().forward();
  expect(useNavigation.getState().route).toEqual({ view: 'notes' });
});

it('takes the typing of a query for one step', () => {
  useNavigation.getState().go({ view: 'search', query: '养' });
  useNavigation.getState().replace({ view: 'search', query: '养老' });
  useNavigation.getState().replace({ view: 'search', query: '养老金' });
  openDocument('002' as DocumentId);
  useNavigation.getState().back();
  expect(useNavigation.getState().route).toEqual({ view: 'search', query: '养老金' });
  useNavigation.getState().back();
  expect(useNavigation.getState().route).toEqual({ view: 'library' });
});

it('keeps where a page was left at every step, within it too, and forgets the page that is gone', () => {
  const spots = [10, 20, 30, 40].map((offset) => ({ blockId: '002-b0003' as BlockId, offset, shift: 3 }));
  let now = 0;
  openDocument('002' as DocumentId, place);
  const forget = tellWhere('first', () => spots[now] ?? null);
  // A jump without a target, as find makes it, then one with a target.
  useNavigation.getState().step();
  now = 1;
  openDocument('002' as DocumentId, { ...place, offset: 9 });
  expect(useNavigation.getState().spot).toBeNull();
  now = 2;
  useNavigation.getState().back();
  expect(useNavigation.getState()).toMatchObject({ target: place, spot: spots[1] });
  now = 1;
  useNavigation.getState().back();
  expect(useNavigation.getState().spot).toEqual(spots[0]);
  useNavigation.getState().forward();
  expect(useNavigation.getState().spot).toEqual(spots[1]);
  useNavigation.getState().forward();
  expect(useNavigation.getState()).toMatchObject({ target: { offset: 9 }, spot: spots[2] });
  forget();
  useNavigation.getState().go({ view: 'notes' });
  useNavigation.getState().back();
  expect(useNavigation.getState().spot).toBeNull();
});
