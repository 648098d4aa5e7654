import type { panes as zhCn } from '../zh-cn/panes.ts';
import type { English } from './english.ts';

export const panes: English<typeof zhCn> = {
  'panes.menu': 'Split view',
  'panes.original': 'Beside the original',
  'panes.table': 'Beside the table of responsible bodies',
  'panes.document': 'Another document…',
  'panes.close': 'Close the second pane',
  'panes.isTable': 'Table of responsible bodies',
  'panes.together': 'Scroll together',
  'panes.splitter': 'Line between the panes',
  'panes.second': 'Beside: {{title}}',
  'panes.choose': 'Choose a document to read beside this one',
  'panes.filter': 'Filter by title, number or issuer',
  'panes.noneFound': 'The library holds no such document',
  'panes.otherPane': 'Go to the other pane',
  'panes.openBeside': 'In the library: open beside the document read last',
};
