import { checkPassword } from './password-rule';

const codesOf = (password: string, login: string | null = null): string[] => {
  const outcome = checkPassword(password, login);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('a new password', () => {
  it.each([
    ['elevenchars', ['PASSWORD_TOO_SHORT']],
    ['twelve-chars', []],
    ['十二个汉字就够长了对不对', []],
    [`${'abcde'.repeat(25)}abc`, []],
    [`${'abcde'.repeat(25)}abcd`, ['PASSWORD_TOO_LONG']],
    ['aabbccddaabb', ['PASSWORD_TOO_SIMPLE']],
    ['aabbccddeabb', []],
    ['345678901234', ['PASSWORD_TOO_SIMPLE']],
    ['QwertyUiopAsd', ['PASSWORD_TOO_SIMPLE']],
  ])('of %s is refused with %j', (password, codes) => {
    expect(codesOf(password)).toEqual(codes);
  });

  it('does not hold the login', () => {
    expect(codesOf('li.wen-2026-ok', 'li.wen')).toEqual(['PASSWORD_TOO_SIMPLE']);
    expect(codesOf('li-wen-2026-ok', 'li.wen')).toEqual([]);
  });
});
