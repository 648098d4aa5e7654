import { expect, it } from 'vitest';
import { parseTags } from '../../../renderer/domain/tags/index.ts';

it.each([
  ['人力、待办', ['人力', '待办']],
  ['人力，待办, budget ; x；y', ['人力', '待办', 'budget', 'x', 'y']],
  ['#人力 、 #人力', ['人力']],
  [' 、,; ', []],
  ['two words', ['two words']],
] as const)('%s', (typed, tags) => {
  expect(parseTags(typed)).toEqual(tags);
});
