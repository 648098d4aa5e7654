import type { conversion as zhCn } from '../zh-cn/conversion.ts';
import type { English } from './english.ts';

export const conversion: English<typeof zhCn> = {
  'conversion.title': 'Conversion check',
  'conversion.open': 'Check the script conversion',
  'conversion.found': '{{characters, number}} doubtful characters in {{places, number}} places',
  'conversion.all': 'All',
  'conversion.running': 'Checking',
  'conversion.failed': 'The conversion could not be checked',
  'conversion.notConverted': 'This document is shown as it is stored',
  'conversion.notConvertedDetail': 'There is something to check once it is shown converted.',
  'conversion.convert': 'Show it converted',
  'conversion.none': 'No doubtful character',
  'conversion.noneDetail': 'Each character converts in one way only, and converts back to what it was.',
  'conversion.back': 'Back to the document',
  'conversion.inItsScript': 'also written {{forms}}',
  'conversion.forms': 'may be {{forms}}',
  'conversion.byWord': 'by its word',
  'conversion.more': 'Show {{count}} more',

  'doubt.leftover': 'Mixed script in the source',
  'doubt.overConverted': 'Converts back to another character',
  'doubt.several': 'Several ways to convert',
  'doubt.merged': 'Several characters become one',
  'doubtWhy.leftover':
    'In these places the source already writes the character of the other script; the conversion left it alone.',
  'doubtWhy.overConverted':
    'Converted back, it is not what the source has: the source may have been converted too far, or uses a variant.',
  'doubtWhy.several': 'The character converts differently in different words; here its word decided.',
  'doubtWhy.merged':
    'Different characters of the source become the same one; the converted text does not tell which it was.',

  'original.wordOf': 'Original',
  'original.words': 'Converted words of this paragraph',
  'original.noWords': 'No character of this paragraph was converted',
  'key.originalWords': 'See the original of the selected text or the focused paragraph',
};
