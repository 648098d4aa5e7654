export const settings = {
  'settings.title': '设置',
  'settings.display': '显示',
  'settings.marks': '批注',
  'settings.keyboard': '键盘',
  'settings.language': '界面语言',
  'settings.theme': '主题',
  'settings.text': '正文排印',
  'settings.onlyThisDocument': '只用于本文件',
  'settings.typeface': '字体',
  'settings.fontSize': '正文字号',
  'settings.lineHeight': '行距',
  'settings.measure': '每行字数',
  'settings.indent': '段首',
  'settings.justify': '两端对齐',
  'settings.paragraphMarks': '段落编号',
  'settings.paragraphMarksDetail': '在页边显示每段的编号，如“三(二)4 ¶2”，供引用。',
  'settings.reset': '恢复默认排印',
  'settings.meaningsDetail': '给每种颜色起一个含义，卡片和筛选里都用这个词；留空则用常用词。',
  'settings.usualMeanings': '全部恢复常用词',
  'settings.bareKeys': '单键快捷键',
  'settings.bareKeysDetail':
    '按 1–6、U 标记，按 N 写笔记，按 S 选句，按 M 到下一条标记，按 B 加书签，按 ? 看快捷键。用语音输入或容易误触时可以关闭，改为同时按 Alt；其他快捷键照旧。',
  'settings.allKeys': '查看全部快捷键',

  'typeface.song': '宋体',
  'typeface.fangsong': '仿宋',
  'typeface.hei': '黑体',
  'typeface.kai': '楷体',

  'indent.0': '顶格',
  'indent.2': '空两字',

  'sample.heading': '一、排印示例',
  'sample.paragraph':
    '这几行按所选的字体、字号和行距排印。标题依公文格式：一级用黑体，二级用楷体，三级用仿宋——正文换了字体，标题仍各用各的。',
  'sample.subheading': '（一）标点与数字',
  'sample.next':
    '标点连用时收紧，如“《意见》（试行）”、“……”；句号、逗号不排在行首。2025年、38.5%等数字照原文。',
} as const;
