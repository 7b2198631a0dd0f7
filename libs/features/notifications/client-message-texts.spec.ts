import { isUnfitWording } from '#domain/common/term-list';
import { ClientMessageKind, MESSAGE_LANGUAGES } from '#domain/notifications/client-message';
import { messageText } from './client-message-texts';

const ALL = Object.values(ClientMessageKind).flatMap((kind) =>
  MESSAGE_LANGUAGES.map((language) => [kind, language] as const),
);

/** What would say on a locked screen why somebody is a client, or where she may work. */
const TELLING = /同工|tonggong|programme|project|项目|帮扶|安置|社区|补发|元|company|enterprise|企业|公司/i;

describe('messageText', () => {
  it.each(ALL)('%s in %s holds no banned word, names no programme and is filled', (kind, language) => {
    const text = messageText(kind, language, { caseworkerName: '张丽' });
    expect(isUnfitWording(text)).toBe(false);
    expect(text).not.toMatch(TELLING);
    expect(text).not.toMatch(/[{}]/);
    if (language === 'zh-CN') expect([...text].length).toBeLessThanOrEqual(70);
  });

  it('finds a planted word and a planted name', () => {
    expect(isUnfitWording('有 3 人失联')).toBe(true);
    expect('同工提醒你').toMatch(TELLING);
  });

  it('names the caseworker by her family name, also by one of two characters', () => {
    const follow = (caseworkerName: string | null): string => messageText('FOLLOW_UP_DUE', 'zh-CN', { caseworkerName });
    expect(follow('张丽')).toBe('就业服务回访，请于方便时联系张老师。');
    expect(follow('欧阳明月')).toContain('欧阳老师');
    expect(follow('欧阳')).toContain('欧老师');
    expect(follow(null)).toContain('就业服务办公室');
    expect(messageText('FOLLOW_UP_DUE', 'en', { caseworkerName: 'Zhang Li' })).toContain('contact Zhang Li when');
  });
});
