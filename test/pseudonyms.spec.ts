import fc from 'fast-check';
import { pseudonymiserOf } from '../apps/cli/pseudonym';
import { pseudonymiserOf as inTheBrowser } from '../apps/web/src/lib/pseudonym/pseudonym';

const PASSPHRASE = '人事科 2026 只在本单位';
const KNOWN = 'P-svbkdhmrbfvgpqtndptsjqjthckrtphk';

describe('a pseudonym', () => {
  it('is the same from the command line and from the browser', async () => {
    const here = pseudonymiserOf(PASSPHRASE);
    const there = await inTheBrowser(PASSPHRASE);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (number) => {
        expect(await there.pseudonymOf(number)).toBe(here(number));
      }),
      { numRuns: 200 },
    );
  });

  it('is one that was published: neither side may change how it is made', () => {
    expect(pseudonymiserOf('correct horse battery')('A1001')).toBe(KNOWN);
  });

  it('differs under another passphrase, and is not the number', () => {
    expect(pseudonymiserOf('another passphrase')('A1001')).not.toBe(KNOWN);
    expect(KNOWN).not.toContain('A1001');
  });
});
