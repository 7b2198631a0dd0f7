import fc from 'fast-check';
import {
  checkSignOf,
  holdsIdentityNumber,
  identityNumberRefusal,
  isIdentityNumber,
  keptUntil,
  maskedIdentityNumber,
  normaliseIdentityNumber,
} from './identity-number';

const TODAY = '2026-11-30';
/** The example of the standard itself. */
const EXAMPLE = '11010519491231002X';
const numberOf = (seventeen: string): string => seventeen + checkSignOf(seventeen);

/** Numbers that were given to nobody: their sequence is drawn, their day of birth and division are well-formed. */
const numbers = fc
  .record({
    division: fc.constantFrom('421222', '110105', '830000', '650102'),
    born: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-30'), noInvalidDate: true }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ division, born, sequence }) =>
    numberOf(division + born.toISOString().slice(0, 10).replaceAll('-', '') + String(sequence).padStart(3, '0')),
  );

describe('an identity number', () => {
  it('is the example of GB 11643, and no other last sign fits it', () => {
    expect(isIdentityNumber(EXAMPLE, TODAY)).toBe(true);
    for (const sign of '0123456789') expect(isIdentityNumber(EXAMPLE.slice(0, 17) + sign, TODAY)).toBe(false);
  });

  it('is any well-formed one, and none of them with one digit changed or two neighbours swapped', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        expect(isIdentityNumber(number, TODAY)).toBe(true);
        const digit = (Number(number[place]) + step) % 10;
        expect(isIdentityNumber(number.slice(0, place) + digit + number.slice(place + 1), TODAY)).toBe(false);
        const [one = '', next = ''] = [number[place], number[place + 1]];
        if (one !== next && place < 16)
          expect(isIdentityNumber(number.slice(0, place) + next + one + number.slice(place + 2), TODAY)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['of a day of birth that does not exist', numberOf('42122219900230123')],
    ['of a birth before 1900', numberOf('42122218991231123')],
    ['of a birth tomorrow', numberOf('42122220261201123')],
    ['of no division', numberOf('99122219900228123')],
    ['of fifteen digits, as they were until 2013', '421222900228123'],
    ['with a letter inside', '4212221990022812A1'],
    ['that is longer', `${EXAMPLE}1`],
  ])('is none %s', (_, number) => {
    expect(isIdentityNumber(number, TODAY)).toBe(false);
  });

  it('may be of a birth today and of the first day of 1900', () => {
    expect(isIdentityNumber(numberOf('42122220261130123'), TODAY)).toBe(true);
    expect(isIdentityNumber(numberOf('42122219000101123'), TODAY)).toBe(true);
  });

  it.each(['110105 19491231 002x', '１１０１０５１９４９１２３１００２Ｘ', '110105-19491231-002X', `\t${EXAMPLE} `])(
    'is kept in one form, however it was written: %j',
    (written) => {
      expect(normaliseIdentityNumber(written)).toBe(EXAMPLE);
    },
  );

  it('is refused where it is empty, none, or of another year of birth than her file says', () => {
    expect(identityNumberRefusal('', 1949, TODAY)).toBe('REQUIRED');
    expect(identityNumberRefusal('123', 1949, TODAY)).toBe('NOT_AN_IDENTITY_NUMBER');
    expect(identityNumberRefusal(EXAMPLE, 1950, TODAY)).toBe('BIRTH_YEAR_DIFFERS');
    expect(identityNumberRefusal(EXAMPLE, 1949, TODAY)).toBeNull();
    expect(identityNumberRefusal(EXAMPLE, null, TODAY)).toBeNull();
  });

  it('shows its last two signs and how long it is, and nothing else', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(maskedIdentityNumber(number)).toMatch(/^\*{16}\d[\dX]$/);
        expect(maskedIdentityNumber(number).slice(-2)).toBe(number.slice(-2));
      }),
    );
  });

  it('is kept for thirty days after its filing was settled', () => {
    expect(keptUntil('2026-11-30')).toBe('2026-12-30');
  });
});

describe('a text', () => {
  it('holds a number wherever it stands in it and however it is grouped', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('身份证', '号码：', '(', ' ', ''), (number, before) => {
        expect(holdsIdentityNumber(`${before}${number}，已核`)).toBe(true);
        const grouped = `${number.slice(0, 6)} ${number.slice(6, 14)}-${number.slice(14).toLowerCase()}`;
        expect(holdsIdentityNumber(`${before}${grouped}`)).toBe(true);
      }),
    );
  });

  it.each([
    '周三上午需请假',
    '电话 13800001111，13900002222',
    '工号 110105194912310020',
    `A${EXAMPLE}`,
    `${EXAMPLE}9`,
    '0197c2a0-0000-7000-8000-000000000001',
  ])('holds none: %j', (text) => {
    expect(holdsIdentityNumber(text)).toBe(false);
  });
});
