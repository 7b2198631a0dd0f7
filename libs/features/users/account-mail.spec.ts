import { isUnfitWording } from '#domain/common/term-list';
import { ACCOUNT_MAIL, accountMail, AccountNoticeKind } from './account-mail';

const texts = Object.entries(ACCOUNT_MAIL).flatMap(([kind, byLanguage]) =>
  Object.entries(byLanguage).flatMap(([language, { subject, lines }]) =>
    [subject, ...lines].map((text, n) => [`${kind} ${language} ${n}`, text] as const),
  ),
);

describe('mails about an account', () => {
  it.each(texts)('%s holds no word of the term list', (_, text) => {
    expect(isUnfitWording(text)).toBe(false);
  });

  it.each(['RESET', 'INVITATION'] as const)('carry the link of a %s in both languages', (kind) => {
    const { text } = accountMail(kind, 'https://office.example/choose-password#token');
    expect(text.match(/choose-password#token/g)).toHaveLength(2);
    expect(text).not.toContain('{{');
  });

  it('tell of a new password that a linked provider still opens the account, and how to unlink it', () => {
    const { text } = accountMail('PASSWORD_RESET', null);
    expect(text).toContain('从那里还能登录；不想要，请登录后在“我的账号”里解除');
    expect(text).toContain('that way in still opens it. To unlink it, sign in and go to “My account”');
  });

  it.each(Object.values(AccountNoticeKind))('tell of %s without any address to open', (kind) => {
    expect(accountMail(kind, null).text).not.toMatch(/https?:|\{\{/);
  });
});
