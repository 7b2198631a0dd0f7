import { calendar2026 } from '../calendar/calendar-2026.fixture';
import type { ContactChannel } from './contact-codes';
import { isUnreached, needsOutreach } from './missed-contact';

const calendar = calendar2026();
const tried = (...attempts: readonly [on: string, channel: ContactChannel][]) =>
  isUnreached(
    attempts.map(([on, channel]) => ({ on, channel })),
    calendar,
  );

describe('isUnreached', () => {
  it('is so after three tries on two days over two channels', () => {
    expect(tried(['2026-07-08', 'PHONE'], ['2026-07-08', 'PHONE'], ['2026-07-09', 'WECHAT'])).toBe(true);
  });

  it.each<[string, readonly [string, ContactChannel][]]>([
    ['two tries', [['2026-07-08', 'PHONE'], ['2026-07-09', 'WECHAT']]], // prettier-ignore
    ['one day', [['2026-07-08', 'PHONE'], ['2026-07-08', 'WECHAT'], ['2026-07-08', 'SMS']]], // prettier-ignore
    ['one channel', [['2026-07-08', 'PHONE'], ['2026-07-09', 'PHONE'], ['2026-07-10', 'PHONE']]], // prettier-ignore
  ])('is not so after %s', (_, attempts) => {
    expect(tried(...attempts)).toBe(false);
  });

  it('counts a last try five working days after the first, and not six', () => {
    expect(tried(['2026-07-08', 'PHONE'], ['2026-07-09', 'WECHAT'], ['2026-07-15', 'SMS'])).toBe(true);
    expect(tried(['2026-07-08', 'PHONE'], ['2026-07-09', 'WECHAT'], ['2026-07-16', 'SMS'])).toBe(false);
  });

  it('lets old tries fall away and counts from a later one', () => {
    expect(
      tried(['2026-07-01', 'PHONE'], ['2026-07-09', 'WECHAT'], ['2026-07-15', 'SMS'], ['2026-07-16', 'PHONE']),
    ).toBe(true);
  });
});

describe('needsOutreach', () => {
  it.each([
    [['UNREACHED'], false],
    [['UNREACHED', 'UNREACHED'], true],
    [['DONE', 'UNREACHED', 'UNREACHED', 'SCHEDULED'], true],
    [['UNREACHED', 'DONE', 'UNREACHED'], false],
    [['UNREACHED', 'DECLINED', 'UNREACHED'], false],
    [['UNREACHED', 'COVERED', 'UNREACHED', 'SCHEDULED'], true],
    [['UNREACHED', 'UNREACHED', 'DONE'], false],
    [[], false],
  ] as const)('after %j is %s', (statuses, expected) => {
    expect(needsOutreach(statuses)).toBe(expected);
  });
});
