import { checkPassword } from './password-rule';

const common = new Set(['password', 'dragon', 'iloveyou', 'qq123456', 'superman', '123qweasdzxc', 'baseball']);
const codesOf = (password: string, login: string | null = null): string[] => {
  const outcome = checkPassword(password, { login, common });
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

  it.each([
    ['as it stands', '123qweasdzxc', '123qweasdzxd'],
    ['in capitals and wide letters', 'ＰＡＳＳＷＯＲＤ２０２６', 'ＰＡＳＴＷＯＲＤ２０２６'],
    ['with digits at its end', 'password2026', 'pastword2026'],
    ['with digits and signs at both ends', '!!dragon--2026', '!!dragonfly--2026'],
    ['with look-alikes', 'p@ssw0rd!2026', 'p@ssb0ard!2026'],
    ['with blanks in it', 'i love you 2026!', 'i live you 2026!'],
    ['said twice', 'dragondragon', 'dragondrawer'],
    ['said twice and a half', 'supermansupermansup', 'supermansupermanful'],
  ])('is none of the common ones %s', (_, refusedOne, takenOne) => {
    expect(codesOf(refusedOne)).toEqual(['PASSWORD_TOO_COMMON']);
    expect(codesOf(takenOne)).toEqual([]);
  });

  it('may hold a common word beside others', () => {
    expect(codesOf('baseball-on-the-moon')).toEqual([]);
  });
});
