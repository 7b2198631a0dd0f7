// The one place in the code where these words stand. They are compared after NFKC, without spaces and in lower case.
// Nothing that meets a term is kept, logged or shown; only the fact that the list was met leaves this file.

/** About a person's past or health: whatever holds one of these is not taken in at all. */
const HISTORY_TERMS: readonly string[] = [
  '戒毒',
  '禁毒',
  '吸毒',
  '涉毒',
  '毒品',
  '贩毒',
  '毒瘾',
  '吸贩',
  '冰毒',
  '海洛因',
  '康复人员',
  '社区康复',
  '戒断',
  '瘾君子',
  '社戒',
  '社康',
  '尿检',
  '毛发检测',
  '复吸',
  '复发',
  '美沙酮',
  '强戒',
  '脱毒',
  '治疗',
  '前科',
  '案底',
  '劣迹',
  '违法记录',
  '犯罪',
  '服刑',
  '刑满',
  '刑释',
  '判刑',
  '社区矫正',
  '重点人员',
  '管控',
  '帮教对象',
  '特殊人群',
  '脱管',
];

/** About a person in a way that blames or frightens: unfit for a screen, a message or a template. */
const WORDING_TERMS: readonly string[] = [
  '排查',
  '核查人员',
  '打卡报到',
  '失联',
  '不服从',
  '拒不配合',
  '违规',
  '违法',
  '黑名单',
  '失信',
  '淘汰',
  '不合格',
  '差等',
  '弱势群体',
  '问题人员',
  '感化',
  '挽救',
  '重新做人',
];

// Words of the workshop and of the address book that hold a term without meaning it.
const HARMLESS: readonly string[] = [
  '质量管控',
  '品质管控',
  '生产管控',
  '成本管控',
  '现场管控',
  '安全管控',
  '库存管控',
  '温度管控',
  '进度管控',
  '重复发',
  '恢复发',
  '回复发',
  '答复发',
  '批复发',
  '脱毒苗',
  '脱毒种苗',
  '脱毒马铃薯',
];

const HISTORY_WORDS =
  /\b(?:addicts?|addiction|drug[\s-]*users?|drug[\s-]*abuse|junkies?|methadone|relapsed?|rehab|rehabilitation|recovering|offenders?|ex-convicts?|parole|criminal[\s-]*records?|urine[\s-]*tests?)\b/i;
const WORDING_WORDS = /\b(?:surveillance|compliance[\s-]*visits?|blacklist(?:ed)?|violations?|clean|fail(?:ed|s)?)\b/i;

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu;

function squeezed(text: string): string {
  const bare = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  return HARMLESS.reduce((rest, phrase) => rest.replaceAll(phrase, '|'), bare);
}

const meets = (text: string, terms: readonly string[], words: RegExp): boolean => {
  const bare = squeezed(text);
  return terms.some((term) => bare.includes(term)) || words.test(text.normalize('NFKC'));
};

/** Says whether a header, cell or note holds something that must never come in; it never says what. */
export const isBanned = (text: string): boolean => meets(text, HISTORY_TERMS, HISTORY_WORDS);

/** Says whether a text of our own (screen, message, template) holds a word we do not use; it never says which. */
export const isUnfitWording = (text: string): boolean => isBanned(text) || meets(text, WORDING_TERMS, WORDING_WORDS);
