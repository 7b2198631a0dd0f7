import type { ClientMessageKind, MessageLanguage } from '#domain/notifications/client-message';

/** What a text is filled with. */
export interface MessageNames {
  /** Display name of her caseworker; null where she has none. */
  readonly caseworkerName: string | null;
}

/**
 * The words of each message. Whoever reads them on a locked screen learns that there is an employment service and
 * nothing else: no name of a programme, no enterprise, no reason, no figure.
 */
export const MESSAGE_TEXTS: Readonly<Record<ClientMessageKind, Readonly<Record<MessageLanguage, string>>>> = {
  FOLLOW_UP_DUE: {
    'zh-CN': '就业服务回访，请于方便时联系{{caseworker}}。',
    en: 'Employment service follow-up: please contact {{caseworker}} when it suits you.',
  },
  DECISION_WAITING: {
    'zh-CN': '有一件事等你决定，请登录后查看。',
    en: 'Something waits for your decision. Please sign in to see it.',
  },
  LESSON_CHANGED: {
    'zh-CN': '课程的时间或地点有变动，请登录看新的安排。',
    en: 'Time or place of a class has changed. Please sign in to see the new plan.',
  },
  INTERVIEW_CHANGED: {
    'zh-CN': '面谈的时间或地点有变动，请登录看新的安排。',
    en: 'Time or place of a meeting has changed. Please sign in to see the new plan.',
  },
  SEAT_FREE: {
    'zh-CN': '你候补的课程有座位了，请登录看安排。',
    en: 'You have a seat in a course that you waited for. Please sign in to see the plan.',
  },
  PAY_CHECK_UPDATED: {
    'zh-CN': '工资核对有更新，请登录后查看。',
    en: 'Your pay check has an update. Please sign in to see it.',
  },
};

/** Who is meant where a client has no caseworker of her own at the moment. */
const THE_OFFICE: Readonly<Record<MessageLanguage, string>> = {
  'zh-CN': '就业服务办公室',
  en: 'the employment office',
};

/** Family names of two characters, as far as they are common. */
const DOUBLE_NAMES: ReadonlySet<string> = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '令狐',
  '尉迟',
  '司徒',
]);

/** The text of a message, at most 70 characters in Chinese as a text message takes them. */
export function messageText(kind: ClientMessageKind, language: MessageLanguage, names: MessageNames): string {
  return MESSAGE_TEXTS[kind][language].replace('{{caseworker}}', addressOf(names.caseworkerName, language));
}

function addressOf(name: string | null, language: MessageLanguage): string {
  if (name === null || name === '') return THE_OFFICE[language];
  return language === 'zh-CN' ? `${familyName(name)}老师` : name;
}

function familyName(name: string): string {
  const characters = [...name];
  const two = characters.slice(0, 2).join('');
  return characters.length > 2 && DOUBLE_NAMES.has(two) ? two : (characters[0] ?? '');
}
