import { keptFrom } from './retention';

describe('the periods for which data is kept', () => {
  it.each([
    ['caseAfterClosure', '2023-11-30'],
    ['freeTextAfterClosure', '2025-11-30'],
    ['comparatorLines', '2024-11-30'],
    ['disclosures', '2023-11-30'],
    ['identityNumbers', '2026-10-31'],
  ] as const)('%s: what ended before %s has had its time', (kind, first) => {
    expect(keptFrom(kind, '2026-11-30')).toBe(first);
  });
});
