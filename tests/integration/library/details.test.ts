import { describe, expect, it, vi } from 'vitest';
import {
  type BlockId,
  type DocumentDetails,
  type DocumentId,
  documentDetailsSchema,
} from '../../../preload/contract/index.ts';
import { standingOf } from '../../../renderer/domain/citations/index.ts';
import { seedRepository } from '../../support/seed-library.ts';

// Time on a shared machine, not a measure of anything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/* The five real documents through the data layer, against what was read in them by hand. */
const repository = seedRepository();
const id = (text: string) => text as DocumentId;

async function detailsOf(document: string): Promise<DocumentDetails> {
  return documentDetailsSchema.parse(await repository().readDetails(id(document)));
}

/** The words at a place of a document. */
async function words(
  document: string,
): Promise<(blockId: string | null, from: number, to: number) => string> {
  const { blocks } = await repository().readDocument(id(document));
  const texts = new Map<string, string>(blocks.map((block) => [block.id, block.text]));
  return (blockId, from, to) => (texts.get(blockId ?? '') ?? '').slice(from, to);
}

describe('the details of a document', () => {
  it('keep the contract for all eighteen, every place quoting its block', async () => {
    const { documents } = await repository().opening();
    expect(documents).toHaveLength(18);
    for (const document of documents) {
      const details = await detailsOf(document.id);
      const at = await words(document.id);
      for (const { blockId, start, end, text } of details.citations)
        expect(at(blockId, start, end)).toBe(text);
      for (const fact of details.facts) {
        expect(at(fact.blockId, fact.start, fact.end)).toBe(fact.raw);
        expect(fact.sentenceStart).toBeLessThanOrEqual(fact.start);
        expect(fact.sentenceEnd).toBeGreaterThanOrEqual(fact.end);
      }
      for (const { blockId, start, end } of details.defects)
        expect(at(blockId, start ?? 0, end ?? 0)).not.toBe('');
      for (const { targetDocumentId } of details.citations)
        if (targetDocumentId !== null) expect(documents.map((d) => d.id)).toContain(targetDocumentId);
    }
  });

  it('are refused for a document that is not there', async () => {
    await expect(repository().readDetails(id('099'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('defects', () => {
  it('of page 3 of the compilation stand where the words are lost', async () => {
    const { defects } = await detailsOf('001-p01');
    const at = await words('001-p01');
    expect(defects.map(({ kind }) => kind)).toEqual(['lost-text']);
    const [lost] = defects;
    expect(at(lost?.blockId ?? null, lost?.start ?? 0, lost?.end ?? 0)).toBe('对境内上市公司进行战略投资');
    expect(at(lost?.blockId ?? null, 0, lost?.start ?? 0)).toMatch(/允许更多符合条件的$/);
    expect(lost?.note).toContain('来源未载');
  });

  it('of the plan: “and” for 和, the rows that differ, the row that names nobody', async () => {
    const { defects } = await detailsOf('003');
    const at = await words('003');
    const of = (kind: string) =>
      defects
        .filter((defect) => defect.kind === kind)
        .map(({ blockId, start, end }) => at(blockId, start ?? 0, end ?? 0));
    expect(of('ocr')).toEqual(['and', 'and', 'QFILP']);
    expect(of('table-differs')).toHaveLength(24);
    expect(of('table-omission')).toHaveLength(1);
  });

  it('of the district plan: the censored word', async () => {
    const { defects } = await detailsOf('004');
    const at = await words('004');
    expect(defects.map(({ kind, blockId, start, end }) => [kind, at(blockId, start ?? 0, end ?? 0)])).toEqual(
      [['censored', '**']],
    );
  });
});

describe('the original', () => {
  it('of a joined page break comes in its pieces, as the file has them', async () => {
    const { repairs } = await detailsOf('001-p01');
    const join = repairs.find(({ kind }) => kind === 'page-join');
    const block = join?.blockId ?? ('' as BlockId);
    const original = await repository().readOriginal(id('001-p01'), block);
    expect(original.sourceFile).toMatch(/^001_.+\.txt$/);
    expect(original.pieces.length).toBeGreaterThan(1);
    for (const { sourceStart, sourceEnd, text } of original.pieces)
      expect(text).toHaveLength(sourceEnd - sourceStart);
    const plain = (text: string) => text.replace(/\s/g, '');
    const at = await words('001-p01');
    const whole = original.pieces.map(({ text }) => text).join('');
    expect(plain(whole)).toBe(plain(at(block, 0, 10_000)));
    expect(whole).not.toBe(at(block, 0, 10_000));
  });

  it('of a damaged label lacks the bracket that was given back', async () => {
    const { repairs } = await detailsOf('001-p01');
    const bracket = repairs.find(({ kind }) => kind === 'bracket');
    expect(bracket).toMatchObject({ original: '四)', replacement: '(四)', at: 0 });
    const { pieces } = await repository().readOriginal(id('001-p01'), bracket?.blockId ?? ('' as BlockId));
    expect(pieces[0]?.text).toMatch(/^四\)/);
  });

  it('is refused for a block of another document', async () => {
    const block = '003-b0001' as BlockId;
    await expect(repository().readOriginal(id('000'), block)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(repository().readOriginal(id('099'), block)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await repository().readOriginal(id('003'), block)).pieces).toHaveLength(1);
  });
});

describe('citations', () => {
  it('《意见》 in the implementation opinion stands for the opinion of the State Council, which is not here', async () => {
    const { citations } = await detailsOf('000');
    const short = citations.filter(({ text }) => text === '《意见》');
    expect(short.length).toBeGreaterThan(1);
    for (const citation of short) {
      expect(citation.resolvesTo).toMatch(/^《国务院关于推进上海加快发展现代服务业.+的意见》$/);
      expect(standingOf(citation)).toBe('absent');
    }
    expect(citations.find(({ text }) => text === short[0]?.resolvesTo)?.documentNumber).toBe(
      '国发〔2009〕19号',
    );
  });

  it('abbreviations hold in their own document only', async () => {
    const { citations } = await detailsOf('001-p07');
    const short = citations.filter(({ kind }) => kind === 'abbreviation');
    expect(new Set(short.map(({ text, resolvesTo }) => `${text} ${resolvesTo}`))).toEqual(
      new Set([
        '《通知》 《国务院办公厅关于规范发展区域性股权市场的通知》',
        '《办法》 《区域性股权市场监督管理试行办法》',
      ]),
    );
  });

  it('lead from the contents of the compilation to its thirteen documents, and back', async () => {
    const { citations } = await detailsOf('001');
    const listed = citations.filter(({ kind }) => kind === 'toc');
    expect(listed).toHaveLength(13);
    for (const citation of listed) {
      expect(standingOf(citation)).toBe('linked');
      const { backlinks } = await detailsOf(citation.targetDocumentId ?? '');
      expect(backlinks).toMatchObject([{ relation: 'lists', documentId: '001', blockId: citation.blockId }]);
    }
  });

  it('tell what is no document', async () => {
    const { citations } = await detailsOf('001-p12');
    const permits = citations.filter(({ text }) => text === '《上海市居住证》');
    expect(permits).toHaveLength(10);
    expect(new Set(permits.map(standingOf))).toEqual(new Set(['none']));
  });
});

describe('measures', () => {
  it('are eighty, with their row, the paragraph they repeat and their bodies; row 79 has none', async () => {
    const { measures, attributions } = await detailsOf('003');
    expect(measures.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    const at = await words('003');
    for (const { rowBlockId, bodyBlockId, measure } of measures) {
      expect(at(rowBlockId, 0, 10_000)).toContain(measure);
      expect(bodyBlockId).not.toBeNull();
    }
    expect(measures.filter(({ bodies }) => bodies.length === 0).map(({ seq }) => seq)).toEqual([79]);
    const row = measures.find(({ seq }) => seq === 78);
    expect(row?.bodies).toContainEqual({ printed: '长宁区区政府', canonical: '长宁区政府' });
    expect(attributions).toEqual([]);
  });

  it('named in running text are attributions of their paragraph', async () => {
    const { measures, attributions } = await detailsOf('001-p08');
    expect(measures).toEqual([]);
    expect(attributions[0]).toMatchObject({
      seq: 1,
      bodies: ['市经济信息化委', '市发展改革委', '市科委'].map((name) => ({
        printed: name,
        canonical: name,
      })),
    });
    const at = await words('001-p08');
    for (const { blockId, bodies } of attributions)
      expect(at(blockId, 0, 10_000)).toContain(`:${bodies.map(({ printed }) => printed).join('、')}`);
  });

  it('are counted for each body under its canonical name', async () => {
    const bodies = await repository().readBodies();
    const finance = bodies.find(({ canonical }) => canonical === '市地方金融监督管理局');
    expect(finance?.aliases).toContain('市地方金融监管局');
    expect(finance?.aliases).not.toContain('市地方金融监督管理局');
    const all = [...(await detailsOf('003')).measures, ...(await detailsOf('001-p08')).attributions];
    for (const { canonical, measureCount } of bodies)
      expect(measureCount).toBe(
        all.filter(({ bodies: named }) => named.some((one) => one.canonical === canonical)).length,
      );
  });
});

describe('facts', () => {
  it('of the library come in its order, each with its sentence', async () => {
    const facts = await repository().readFacts();
    const { documents } = await repository().opening();
    const places = facts.map(({ documentId }) =>
      documents.findIndex((document) => document.id === documentId),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { sentence, raw } of facts) expect(sentence).toContain(raw);
    expect(Buffer.byteLength(JSON.stringify(facts))).toBeLessThan(512 * 1024);
    const own = facts.filter(({ documentId }) => documentId === '002');
    expect(own.map(({ sentence, ...fact }) => fact)).toEqual((await detailsOf('002')).facts);
  });

  it('have the pensions of the work report, due in its year', async () => {
    const facts = await repository().readFacts();
    const pension = facts.find(({ sentence }) => sentence.includes('人均基本養老金增長15%'));
    expect(pension).toMatchObject({
      documentId: '002',
      type: 'target',
      subject: expect.stringMatching(/基本養老金$/),
      comparator: '=',
      value: '15',
      unit: '%',
      raw: '15%',
      due: '2012',
    });
    const elderly = facts.find(({ raw }) => raw === '27萬老年人');
    expect(elderly).toMatchObject({ type: 'target', value: '270000', unit: '人', due: '2012' });
    const { evidence } = await detailsOf('002');
    expect(evidence.find(({ field }) => field === 'year')).toMatchObject({
      basis: 'inferred',
      value: '2012',
    });
  });

  it('have the goal of 2020', async () => {
    const { facts } = await detailsOf('000');
    expect(facts[0]).toMatchObject({
      type: 'target-deadline',
      comparator: '<=',
      value: '2020',
      unit: 'year',
      due: '2020',
      raw: '到2020年',
    });
  });
});

describe('evidence', () => {
  it('quotes the source for what it states, and says why for the rest', async () => {
    const { documents } = await repository().opening();
    for (const document of documents) {
      for (const { basis, value, quote, why } of (await detailsOf(document.id)).evidence) {
        if (basis === 'stated') expect(quote).not.toBe('');
        if (basis !== 'stated') expect(why).not.toBeNull();
        expect(value === null).toBe(basis === 'missing');
      }
    }
  });

  it('of the extended validity has both dates, the later one from the note', async () => {
    const { evidence } = await detailsOf('001-p12');
    const { blocks } = await repository().readDocument(id('001-p12'));
    const of = (field: string) => evidence.find((one) => one.field === field);
    expect(of('expires_on')).toMatchObject({ basis: 'stated', value: '2022-10-31' });
    // As the file has it, blanks of its layout included.
    expect(of('expires_on')?.quote?.replace(/\s/g, '')).toContain('2022年10月31日');
    expect(blocks.find((block) => block.id === of('expires_on')?.blockId)?.kind).toBe('note');
    expect(of('expires_on_before')).toMatchObject({ value: '2017-10-31' });
    expect(of('expires_on_before')?.quote).toBe('有效期至 2017 年 10 月 31 日');
  });

  it('of a repeal quotes what is repealed, with its number', async () => {
    const { evidence } = await detailsOf('001-p13');
    expect(evidence.find(({ field }) => field === 'repeals')?.quote?.replace(/\s/g, '')).toContain(
      '沪人社外发〔2015〕49号',
    );
  });
});
