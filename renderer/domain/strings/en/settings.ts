import type { settings as zhCn } from '../zh-cn/settings.ts';
import type { English } from './english.ts';

export const settings: English<typeof zhCn> = {
  'settings.title': 'Settings',
  'settings.display': 'Display',
  'settings.marks': 'Marks',
  'settings.keyboard': 'Keyboard',
  'settings.language': 'Language',
  'settings.theme': 'Theme',
  'settings.text': 'Text of documents',
  'settings.onlyThisDocument': 'Only for this document',
  'settings.typeface': 'Typeface',
  'settings.fontSize': 'Text size',
  'settings.lineHeight': 'Line spacing',
  'settings.measure': 'Length of lines',
  'settings.indent': 'First line',
  'settings.justify': 'Justified',
  'settings.paragraphMarks': 'Paragraph numbers',
  'settings.paragraphMarksDetail':
    'Show the number of every paragraph in the margin, such as 三(二)4 ¶2, for citing.',
  'settings.reset': 'Usual setting of the text',
  'settings.meaningsDetail':
    'Give each colour a meaning; cards and filters use that word. An empty field has the usual one.',
  'settings.usualMeanings': 'Usual words for all',
  'settings.bareKeys': 'Single-key shortcuts',
  'settings.bareKeysDetail':
    '1–6 and U mark, N writes a note, S selects a sentence, M goes to the next mark, B sets a bookmark, ? shows the shortcuts. Switch them off if you dictate or touch keys by accident: they then need Alt; all other shortcuts stay.',
  'settings.allKeys': 'Show all shortcuts',

  'typeface.song': '宋体 Song',
  'typeface.fangsong': '仿宋 Fangsong',
  'typeface.hei': '黑体 Hei',
  'typeface.kai': '楷体 Kai',

  'indent.0': 'Flush',
  'indent.2': 'Two characters',

  'sample.heading': '一、排印示例',
  'sample.paragraph':
    '这几行按所选的字体、字号和行距排印。标题依公文格式：一级用黑体，二级用楷体，三级用仿宋——正文换了字体，标题仍各用各的。',
  'sample.subheading': '（一）标点与数字',
  'sample.next':
    '标点连用时收紧，如“《意见》（试行）”、“……”；句号、逗号不排在行首。2025年、38.5%等数字照原文。',
};
