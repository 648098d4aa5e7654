import { fold } from '../fold/index.ts';

/** What documents can be chosen by. */
export type Field = 'title' | 'number' | 'issuer' | 'year' | 'kind' | 'validity' | 'body' | 'tag' | 'notes';

const names: Readonly<Record<Field, string>> = {
  title: '标题 题目 title',
  number: '文号 number',
  issuer: '机关 发文机关 issuer',
  year: '年份 year',
  kind: '类型 文种 kind type',
  validity: '效力 时效 validity',
  body: '责任单位 body',
  tag: '标签 tag',
  notes: 'has',
};

const fields: ReadonlyMap<string, Field> = new Map(
  (Object.keys(names) as Field[]).flatMap((field) =>
    names[field].split(' ').map((name): [string, Field] => [name, field]),
  ),
);

/** The field of a name, in either script and in English. */
export const fieldNamed = (name: string): Field | null => fields.get(fold(name)) ?? null;

/** What a field is called first, in Chinese and in English. */
export const fieldNames = (field: Field): { readonly 'zh-CN': string; readonly en: string } => {
  const all = names[field].split(' ');
  const [chinese = field] = all;
  return { 'zh-CN': chinese, en: all.find((name) => /^[a-z]/u.test(name)) ?? chinese };
};

/** Every name of every field, and the field. */
export const allFieldNames = (): Iterable<readonly [name: string, field: Field]> => fields;

/** 有笔记, a filter without a value. */
export const isNotesWord = (word: string): boolean => fold(word) === '有笔记';
