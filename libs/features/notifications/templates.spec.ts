import { isUnfitWording } from '#domain/common/term-list';
import { digestOf, MAIL_LANGUAGES, TEMPLATES } from './templates';

describe('mail templates', () => {
  const words = Object.entries(TEMPLATES).flatMap(([kind, byLanguage]) =>
    MAIL_LANGUAGES.flatMap((language) =>
      Object.entries(byLanguage[language]).map(([part, text]) => [`${kind} ${language} ${part}`, text] as const),
    ),
  );

  it.each(words)('%s holds no word of the term list', (_: string, text: string) => {
    expect(isUnfitWording(text)).toBe(false);
  });

  it('the scan finds a planted word', () => {
    expect(isUnfitWording('有 3 人失联')).toBe(true);
  });
});

describe('digestOf', () => {
  const entries = [
    { fileNumber: '2026-0418', dueOn: '2026-10-09' },
    { fileNumber: '2026-0033', dueOn: '2026-10-08' },
  ];

  it('gives count, days and file numbers in both languages', () => {
    const { subject, text } = digestOf('FOLLOW_UP', '2026-10-09', entries, 'https://office.example');
    expect(subject).toBe('2026-10-09 有 2 项回访待联系');
    expect(text).toContain('2026-10-08  档案 2026-0033');
    expect(text).toContain('2026-10-09  file 2026-0418');
    expect(text).toContain('打开：https://office.example');
    expect(text).not.toContain('{{');
  });

  it('leaves the link out where the served address is not known', () => {
    expect(digestOf('FOLLOW_UP', '2026-10-09', entries, null).text).not.toMatch(/打开|Open/);
  });

  it('tells an enterprise how many and by when, and nothing of anybody', () => {
    const { subject, text } = digestOf(
      'ANSWERS_DUE',
      '2026-10-09',
      [{ fileNumber: 'never', dueOn: '2026-10-12' }],
      null,
    );
    expect(subject).toBe('有 1 项工资待核对，请按期答复');
    expect(text).toContain('2026-10-12 前答复');
    expect(text).toContain('Answer by 2026-10-12');
    expect(text).not.toMatch(/never|元|\{\{/);
  });
});
