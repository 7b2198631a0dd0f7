import { createHash } from 'node:crypto';
import { ConsentPurpose } from './consent-codes';
import { canonicalText, CONSENT_TEXT_VERSION, CONSENT_TEXTS, consentTextOf } from './consent-texts';
import { DISCLOSURE_NOTICES } from './disclosure-notice';

/** The digest of every text that anybody may have agreed to. A changed line here is a broken promise. */
const AGREED: Readonly<Record<string, string>> = {
  '2026-01 COUNSELLING_REFERRAL': '2acf640a68b4c43f',
  '2026-01 EMPLOYER_VERIFY': '8a96bf503e0de988',
  '2026-01 FINDING_NAMED': '3f67208ca045345a',
  '2026-01 MENTOR_SHARE': 'a664a5dc980b7c54',
  '2026-01 PAYROLL_CHECK': '1a68f4ba46aa6d71',
  '2026-01 SHARE_IDENTITY': 'a1b7fb6a9eda55bb',
  '2026-01 SHARE_PROFILE': 'f188fce4d24c381d',
  '2026-01 SUBSIDY_CLAIM': '092ab21f9d0c17c6',
  '2026-01 TRAINER_SHARE': '51b5bf87838e136c',
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

describe('the texts that clients agree to', () => {
  it('are never edited once they were out', () => {
    const now = CONSENT_TEXTS.map((text) => [`${text.version} ${text.purpose}`, digest(canonicalText(text))]);
    expect(Object.fromEntries(now)).toEqual(AGREED);
  });

  it.each(Object.values(ConsentPurpose))(
    'say in both languages for %s who gets what, what a no does and how it ends',
    (purpose) => {
      const { asks, onNo, ends } = consentTextOf(purpose);
      for (const language of ['chinese', 'english'] as const) {
        expect(asks[language]).toContain('{recipient}');
        expect(ends[language]).toContain('{until}');
        expect(onNo[language]).toMatch(language === 'chinese' ? /什么都不会变/ : /nothing changes/);
      }
    },
  );

  it('are known by their version', () => {
    expect(consentTextOf('SHARE_PROFILE', CONSENT_TEXT_VERSION).version).toBe(CONSENT_TEXT_VERSION);
    expect(() => consentTextOf('SHARE_PROFILE', '1999-01')).toThrow('no consent text');
  });
});

describe('the notice against passing on', () => {
  it.each([...Object.values(ConsentPurpose), 'CONTRACT', 'OWN_COPY'] as const)(
    'exists for %s in both languages',
    (purpose) => {
      expect(DISCLOSURE_NOTICES[purpose].chinese).toMatch(/^仅限.+用途，不得再提供。$/);
      expect(DISCLOSURE_NOTICES[purpose].english).toMatch(/^For .+ only; not to be passed on\.$/);
    },
  );
});
