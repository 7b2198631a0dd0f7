import type { LinkPurpose } from './account-link.entity';

/** The languages in which mail is written, Chinese first. */
const LANGUAGES = ['zh-CN', 'en'] as const;

/** What an owner is told about her account. */
export const AccountNoticeKind = {
  PASSWORD_RESET: 'PASSWORD_RESET',
  FACTOR_REMOVED: 'FACTOR_REMOVED',
  CODE_ISSUED: 'CODE_ISSUED',
} as const;

/** One of the kinds of notice. */
export type AccountNoticeKind = (typeof AccountNoticeKind)[keyof typeof AccountNoticeKind];

interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
}

type Kind = LinkPurpose | AccountNoticeKind;

/** The words of each mail; {{link}} is filled in. They say what to do, and nothing about who or why. */
export const ACCOUNT_MAIL: Readonly<Record<Kind, Readonly<Record<(typeof LANGUAGES)[number], Words>>>> = {
  RESET: {
    'zh-CN': {
      subject: '设置新密码',
      lines: [
        '有人为这个账号要了一个设置新密码的链接，30分钟内有效，用一次就作废：',
        '{{link}}',
        '不是你要的，不用理会，原来的密码不变。',
      ],
    },
    en: {
      subject: 'Choose a new password',
      lines: [
        'Somebody asked for a link to choose a new password for this account. It works once, within 30 minutes:',
        '{{link}}',
        'If it was not you, do nothing: the password stays as it is.',
      ],
    },
  },
  INVITATION: {
    'zh-CN': {
      subject: '你的账号已建好',
      lines: ['请打开下面的链接设置密码，72小时内有效，用一次就作废：', '{{link}}'],
    },
    en: {
      subject: 'Your account is ready',
      lines: ['Please open this link and choose a password. It works once, within 72 hours:', '{{link}}'],
    },
  },
  PASSWORD_RESET: {
    'zh-CN': {
      subject: '密码已改',
      lines: [
        '这个账号的密码刚刚用邮件链接改过，其他地方的登录都已结束。',
        '账号如果连着单位的统一登录，从那里还能登录；不想要，请登录后在“我的账号”里解除。',
        '不是你改的，请马上联系管理员。',
      ],
    },
    en: {
      subject: 'Password changed',
      lines: [
        'The password of this account was just changed by a link in a mail, and all sign-ins were ended.',
        'If the account is linked to a sign-in provider of your organisation, that way in still opens it. To unlink it, sign in and go to “My account”.',
        'If it was not you, tell your administrator at once.',
      ],
    },
  },
  FACTOR_REMOVED: {
    'zh-CN': {
      subject: '两步验证已取下',
      lines: [
        '这个账号的两步验证已取下，其他地方的登录都已结束。请登录后重新开启。',
        '不是你提出的，请马上联系管理员。',
      ],
    },
    en: {
      subject: 'Second step taken away',
      lines: [
        'The second step of signing in was taken away from this account, and all sign-ins were ended. Please sign in and set up a new one.',
        'If you did not ask for it, tell your administrator at once.',
      ],
    },
  },
  CODE_ISSUED: {
    'zh-CN': {
      subject: '管理员发了新的登录码',
      lines: [
        '管理员为这个账号发了新的一次性登录码，原来的密码不能用了，其他地方的登录都已结束。',
        '不是你要的，请马上联系管理员。',
      ],
    },
    en: {
      subject: 'A new one-time code',
      lines: [
        'An administrator issued a new one-time code for this account. The old password no longer works, and all sign-ins were ended.',
        'If you did not ask for it, tell your administrator at once.',
      ],
    },
  },
};

/** A mail in both languages: nobody's language is known before she signs in. */
export function accountMail(kind: Kind, link: string | null): { readonly subject: string; readonly text: string } {
  const bodies = LANGUAGES.map((language) =>
    ACCOUNT_MAIL[kind][language].lines.map((line) => line.replace('{{link}}', link ?? '')).join('\n\n'),
  );
  return { subject: ACCOUNT_MAIL[kind]['zh-CN'].subject, text: `${bodies.join('\n\n—\n\n')}\n` };
}
