export const texts = {
  pageTitle: '推荐 · 同工', title: '推荐',
  view: { label: '看哪些', open: '进行中', deciding: '等本人决定', ready: '可以发出', waiting: '等企业答复', accepted: '已接受', over: '已结束' },
  empty: '这里没有推荐', emptyText: '到求职者的匹配页，可以推荐岗位。', none: '还没有推荐', noneText: '先看看匹配的岗位，再推荐给本人。', toMatches: '看匹配',
  column: { client: '求职者', position: '岗位', state: '状态', clock: '期限与安排', score: '得分', act: '可办的事' },
  card: '卡 {{code}}',
  clock: { client: '本人{{day}}前决定', enterprise: '企业{{day}}前答复', hire: '{{day}}上岗' },
  act: { send: '发给企业', recordConsent: '记录本人同意', recordAcceptance: '记录本人接受', withdraw: '收回推荐', proposeAgain: '再次推荐' },
  done: { recordConsent: '已记录本人同意', recordAcceptance: '已记录，名额已占用', withdraw: '推荐已收回', proposeAgain: '已再次推荐，等本人同意' },
  sent: '已发给{{enterprise}}',
  concerns: '{{name}}，{{enterprise}} {{title}}',
  reasonLabel: '原因', againHelp: '只写与工作有关的原因。会重新征求本人同意。',
  evidence: '同意的凭证', evidenceHelp: '签字的扫描件、照片或录音。', told: { recordConsent: '记录后会告知本人，本人随时可以收回。', recordAcceptance: '记录后名额即占用，并告知本人。' },
  reason: {
    CLIENT_ASKED: '本人提出', NO_LONGER_SUITABLE: '情况有变，不再合适', POSITION_CHANGED: '岗位有变', ENTERPRISE_SILENT: '企业一直未答复', CONSENT_ENDED: '同意已收回或到期', MADE_BY_MISTAKE: '推荐有误', OTHER: '其他',
    SKILLS: '技能不够', HOURS: '时间不合', COMMUTE: '通勤太远', POSITION_FILLED: '岗位已满', CERTIFICATE_MISSING: '证书未到', SCHEDULE: '工时不合',
  },
};
