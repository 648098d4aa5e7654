import { beforeEach, expect, it } from 'vitest';
import type { BlockId, DocumentId } from '../../../preload/contract/index.ts';
import { openDocument, useNavigation } from '../../../renderer/platform/navigation.ts';

beforeEach(() => useNavigation.setState({ route: { view: 'library' }, target: null, past: [], future: [] }));

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
