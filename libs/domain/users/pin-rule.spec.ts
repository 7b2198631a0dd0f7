import fc from 'fast-check';
import { checkPin, groupsOfFour } from './pin-rule';

const codesOf = (pin: string, known: readonly string[] = []): string[] => {
  const outcome = checkPin(pin, known);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('six digits for a phone', () => {
  it.each([
    ['58203', ['PIN_MALFORMED']],
    ['582034', []],
    ['5820341', ['PIN_MALFORMED']],
    ['58203a', ['PIN_MALFORMED']],
    ['５８２０３４', ['PIN_MALFORMED']],
    ['777777', ['PIN_TOO_SIMPLE']],
    ['747747', ['PIN_TOO_SIMPLE']],
    ['747744', ['PIN_TOO_SIMPLE']],
    ['747842', []],
    ['123456', ['PIN_TOO_SIMPLE']],
    ['654321', ['PIN_TOO_SIMPLE']],
    ['678901', ['PIN_TOO_SIMPLE']],
    ['912340', ['PIN_TOO_SIMPLE']],
    ['912350', []],
    ['343434', ['PIN_TOO_SIMPLE']],
    ['853853', ['PIN_TOO_SIMPLE']],
    ['112233', ['PIN_TOO_SIMPLE']],
    ['448822', ['PIN_TOO_SIMPLE']],
    ['448832', []],
  ])('%s is answered with %j', (pin, codes) => {
    expect(codesOf(pin)).toEqual(codes);
  });

  it.each([
    ['198607', ['1986'], ['PIN_TOO_SIMPLE']],
    ['071986', ['1986'], ['PIN_TOO_SIMPLE']],
    ['198507', ['1986'], []],
    ['260418', ['2026-0418'], ['PIN_TOO_SIMPLE']],
    ['260419', ['2026-0418'], []],
    ['418702', ['418'], []],
  ])('%s beside the known %j is answered with %j', (pin, known, codes) => {
    expect(codesOf(pin, known)).toEqual(codes);
  });

  it('leave most of a million for a choice', () => {
    const taken = Array.from({ length: 1_000_000 }, (_, n) => String(n).padStart(6, '0')).filter(
      (pin) => codesOf(pin).length === 0,
    );
    expect(taken.length).toBeGreaterThan(950_000);
  });

  it('hold three groups of four', () => {
    expect(groupsOfFour('582034')).toEqual(['5820', '8203', '2034']);
  });

  it('that hold her year of birth are refused wherever it stands', () => {
    const year = fc.integer({ min: 1940, max: 2010 }).map(String);
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 2 }), fc.stringMatching(/^\d{2}$/), (known, at, rest) => {
        expect(codesOf(rest.slice(0, at) + known + rest.slice(at), [known])).toEqual(['PIN_TOO_SIMPLE']);
      }),
    );
  });
});
