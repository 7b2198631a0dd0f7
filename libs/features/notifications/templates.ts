import type { Day } from '#domain/common/day';

/** The languages in which mail is written. */
export const MAIL_LANGUAGES = ['zh-CN', 'en'] as const;

/** One of the languages of mail. */
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** One line of a digest: the office's file number and a day, never a name. */
export interface DigestEntry {
  readonly fileNumber: string;
  readonly dueOn: Day;
}

/** A mail's words. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

interface DigestWords {
  readonly subject: string;
  readonly opening: string;
  readonly entry: string;
  readonly record: string;
  readonly link: string;
}

/** The kinds of mail that there are words for. */
export type MailKind = 'FOLLOW_UP' | 'FOLLOW_UP_LATE' | 'FOLLOW_UP_BY_HAND' | 'ANSWERS_DUE';

/** The words of each mail, by kind and language; whatever stands in {{ }} is filled in. */
export const TEMPLATES: Readonly<Record<MailKind, Readonly<Record<MailLanguage, DigestWords>>>> = {
  FOLLOW_UP: {
    'zh-CN': {
      subject: '{{day}} 有 {{count}} 项回访待联系',
      opening: '到 {{day}} 为止，有 {{count}} 项回访等你联系：',
      entry: '{{dueOn}}  档案 {{fileNumber}}',
      record: '联系之后，请在“回访”里记一笔。',
      link: '打开：{{link}}',
    },
    en: {
      subject: 'Follow-ups to make on {{day}}: {{count}}',
      opening: 'Follow-ups waiting for your call as of {{day}}: {{count}}',
      entry: '{{dueOn}}  file {{fileNumber}}',
      record: 'After the contact, please note it under Follow-ups.',
      link: 'Open: {{link}}',
    },
  },
  FOLLOW_UP_LATE: {
    'zh-CN': {
      subject: '团队有 {{count}} 项回访已晚',
      opening: '到 {{day}} 为止，团队有 {{count}} 项回访过了日子还没联系上：',
      entry: '{{dueOn}}  档案 {{fileNumber}}',
      record: '请与负责的就业专员商量；详情请登录后在“已晚的回访”里看。',
      link: '打开：{{link}}',
    },
    en: {
      subject: 'Late follow-ups of the team: {{count}}',
      opening: 'Follow-ups of the team past their day as of {{day}}: {{count}}',
      entry: '{{dueOn}}  file {{fileNumber}}',
      record: 'Please talk to the caseworker in charge; sign in and look under Late follow-ups.',
      link: 'Open: {{link}}',
    },
  },
  FOLLOW_UP_BY_HAND: {
    'zh-CN': {
      subject: '主管提醒：有 {{count}} 项回访已晚',
      opening: '到 {{day}} 为止，你有 {{count}} 项回访过了日子还没联系上，主管请你看一看：',
      entry: '{{dueOn}}  档案 {{fileNumber}}',
      record: '联系之后，请在“回访”里记一笔；有难处，请和主管说一声。',
      link: '打开：{{link}}',
    },
    en: {
      subject: 'A reminder by your supervisor: {{count}} late follow-ups',
      opening: 'Your follow-ups past their day as of {{day}}: {{count}}. Your supervisor asks you to look at them:',
      entry: '{{dueOn}}  file {{fileNumber}}',
      record:
        'After the contact, please note it under Follow-ups; if something stands in the way, tell your supervisor.',
      link: 'Open: {{link}}',
    },
  },
  ANSWERS_DUE: {
    'zh-CN': {
      subject: '有 {{count}} 项工资待核对，请按期答复',
      opening: '到 {{day}} 为止，有 {{count}} 项工资等贵方核对和答复：',
      entry: '{{dueOn}} 前答复',
      record: '内容请登录后在“核查与答复”里看；邮件里不写姓名和金额。',
      link: '打开：{{link}}',
    },
    en: {
      subject: 'Pay items to check and to answer: {{count}}',
      opening: 'Pay items waiting for your answer as of {{day}}: {{count}}',
      entry: 'Answer by {{dueOn}}',
      record: 'Please sign in and look under Findings to answer; mail holds no names and no amounts.',
      link: 'Open: {{link}}',
    },
  },
};

const SEPARATOR = '—';

/**
 * The mail of one person and day. A membership has no language of its own, so the text stands in both, Chinese first;
 * the link is left out where the served address is not known.
 */
export function digestOf(kind: MailKind, day: Day, entries: readonly DigestEntry[], link: string | null): MailText {
  const values = { day, count: String(entries.length), ...(link === null ? {} : { link }) };
  const bodies = MAIL_LANGUAGES.map((language) => bodyOf(TEMPLATES[kind][language], entries, values));
  return {
    subject: filled(TEMPLATES[kind]['zh-CN'].subject, values),
    text: `${bodies.join(`\n\n${SEPARATOR}\n\n`)}\n`,
  };
}

function bodyOf(words: DigestWords, entries: readonly DigestEntry[], values: Readonly<Record<string, string>>): string {
  const lines = entries.map(({ fileNumber, dueOn }) => filled(words.entry, { fileNumber, dueOn }));
  const closing = 'link' in values ? [filled(words.link, values)] : [];
  return [filled(words.opening, values), '', ...lines, '', words.record, ...closing].join('\n');
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing to fill in for ${name}.`);
    return value;
  });
}
