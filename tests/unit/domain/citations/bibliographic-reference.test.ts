import { expect, test } from 'vitest';
import { formatReference } from '../../../../renderer/domain/citations/index.ts';

const notice = {
  title: '关于印发《方案》的通知',
  titleBasis: 'stated',
  documentNumber: '国发〔2024〕7号',
  issuer: '国务院',
  issuedOn: '2024-03-07',
  inferredFields: [],
} as const;

test('a document on the disk has no day of access, one from the network has it', () => {
  expect(formatReference(notice)).toBe('国务院. 关于印发《方案》的通知: 国发〔2024〕7号[A]. 2024-03-07.');
  const online = { address: 'https://www.gov.cn/a.htm', accessedOn: '2026-11-21' };
  expect(formatReference(notice, online)).toBe(
    '国务院. 关于印发《方案》的通知: 国发〔2024〕7号[A/OL]. (2024-03-07)[2026-11-21]. https://www.gov.cn/a.htm.',
  );
  expect(formatReference({ ...notice, issuedOn: null }, online)).toContain('[A/OL]. [2026-11-21]. https');
});

test('what the source does not print is left out', () => {
  const bare = { ...notice, issuer: null, documentNumber: null, issuedOn: null };
  expect(formatReference(bare)).toBe('关于印发《方案》的通知[A].');
  expect(formatReference({ ...notice, inferredFields: ['issuer', 'document_number', 'issued_on'] })).toBe(
    '关于印发《方案》的通知[A].',
  );
  expect(formatReference({ ...notice, issuer: null, issuedOn: '2024' })).toBe(
    '关于印发《方案》的通知: 国发〔2024〕7号[A]. 2024.',
  );
  expect(formatReference({ ...bare, title: '工作报告', titleBasis: 'inferred' })).toBe('[工作报告][A].');
});
