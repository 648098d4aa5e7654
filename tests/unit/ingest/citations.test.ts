import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../main/ingest/index.ts';
import { ingestText } from './ingest-text.ts';

const TITLE = '实施细则\n';

function cite(text: string): readonly Citation[] {
  return ingestText(TITLE + text).citations;
}

describe('citations (R12)', () => {
  it('carry the number that is printed beside them', () => {
    const [own] = cite('根据《关于规范发展的通知》(国办 发〔2017〕11 号)等，制定本细则。');
    expect(own).toMatchObject({
      form: 'title',
      kind: 'document',
      cited: '《关于规范发展的通知》',
      documentNumber: '国办发〔2017〕11号',
    });
    expect(cite('依照《管理试行办法》(证监会令〔第 132 号〕)。')[0]?.documentNumber).toBe(
      '证监会令〔第132号〕',
    );
  });

  it('resolve an abbreviation inside the document that defines it', () => {
    const found = cite(
      '根据《关于规范发展的通知》(国办发〔2017〕11号,以下简称《通知》)。\n按照《通知》要求办理。',
    );
    expect(found.map((c) => [c.kind, c.resolvesTo])).toEqual([
      ['document', null],
      ['abbreviation', '《关于规范发展的通知》'],
      ['abbreviation', '《关于规范发展的通知》'],
    ]);
    expect(cite('按照《通知》要求办理。')[0]?.kind).toBe('document');
  });

  it('are found inside a title and across a page', () => {
    expect(cite('《关于印发〈若干规定〉的通知》').map((c) => c.form)).toEqual(['title', 'nested']);
    expect(cite('《关于做好<改革措施>实施的通知》').map((c) => c.form)).toEqual(['title', 'nested']);
    const paged = cite('一。\n\n1\n\n修订《基金管理实施细\n\n2\n\n则》。\n\n3\n\n末。');
    expect(paged.map((c) => c.cited)).toEqual(['《基金管理实施细则》']);
  });

  it('tell laws, forms, series and what is no document apart', () => {
    const kinds = cite(
      '《中华人民共和国证券法》《民法典》《处罚处分条例》《落户申请表》《办事指南》《上海市居住证》《经济竞争力指数》',
    );
    expect(kinds.map((c) => c.kind)).toEqual([
      'law',
      'law',
      'law',
      'form',
      'series',
      'not-a-document',
      'not-a-document',
    ]);
  });

  it('take a number that stands alone, without the words before it', () => {
    expect(cite('注:根据沪人社法〔2017〕409号，延长。')[0]).toMatchObject({
      form: 'number',
      documentNumber: '沪人社法〔2017〕409号',
    });
  });

  it.each([
    ['贯彻落实沪府发〔2009〕25号精神。', '沪府发〔2009〕25号'],
    ['根据国务院令第588号和有关规定。', '国务院令第588号'],
    ['按照国发[2009]19号文件。', '国发[2009]19号'],
  ])('take no verb into a number: %s', (text, number) => {
    expect(cite(text).map((c) => [c.form, c.documentNumber])).toEqual([['number', number]]);
  });

  it('name rules that stand without brackets', () => {
    const named = cite(
      '按照居住证积分管理办法、持有《居住证》人员申办户口办法、引进人才申办户口办法的相关规定执行。',
    );
    expect(named.filter((c) => c.form === 'implicit').map((c) => c.cited)).toEqual([
      '居住证积分管理办法',
      '持有《居住证》人员申办户口办法',
      '引进人才申办户口办法',
    ]);
  });

  it('are linked to the document itself by its number, never by its title with another number', () => {
    const head = '留学回国人员实施细则\n沪府规〔2020〕24号\n';
    const found = ingestText(
      `${head}原《留学回国人员实施细则》(沪人社〔2015〕49号)同时废止。依照沪府规〔2020〕2号。`,
    ).citations;
    expect(found.map((c) => [c.cited, c.kind, c.targetId])).toEqual([
      ['沪府规〔2020〕24号', 'self', 'x'],
      ['《留学回国人员实施细则》', 'document', null],
      ['沪府规〔2020〕2号', 'document', null],
    ]);
  });
});
