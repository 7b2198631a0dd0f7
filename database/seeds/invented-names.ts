import type { Random } from './random';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const GIVEN = [
  ...'建国平安志强春梅秀兰海军文斌丽华小燕国庆明辉水莲金凤玉珍德胜新民红霞桂英立新长青晓东福生永康学文家兴少云冬生爱民正义光荣林森雪芳秋菊俊杰思远子涵雨欣浩然一鸣',
];
const PLACES = [
  '云溪',
  '青禾',
  '五里',
  '麦垄',
  '石泉',
  '禾木',
  '长圳',
  '银山',
  '幕阜',
  '隽水',
  '黄袍',
  '锡山',
  '大坪',
  '沙堆',
  '北港',
  '马港',
  '关刀',
  '四庄',
  '药姑',
  '铁柱',
];
const TRADES = [
  '线束',
  '仓配',
  '电子',
  '食品',
  '竹木',
  '磨具',
  '服装',
  '物流',
  '机电',
  '建材',
  '家政',
  '茶业',
  '包装',
  '五金',
  '农业',
  '饮料',
  '陶瓷',
  '制鞋',
  '保洁',
  '园林',
];
const FORMS = ['有限公司', '科技有限公司', '实业有限公司'];

/** An invented person's name; any likeness is chance. */
export const personName = (random: Random): string =>
  random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.8) ? random.pick(GIVEN) : '');

/** An invented phone number in a range that is never given out (130 0000 xxxx). */
export const phoneNumber = (index: number): string => `130${String(index % 100_000_000).padStart(8, '0')}`;

/** The nth invented enterprise's name: different for every n. */
export function enterpriseName(index: number): string {
  const place = PLACES[index % PLACES.length] ?? '';
  const round = Math.floor(index / PLACES.length);
  const trade = TRADES[(index + round) % TRADES.length] ?? '';
  const repeats = Math.floor(round / TRADES.length);
  return `${place}${trade}${repeats === 0 ? '' : numeral(repeats)}${FORMS[repeats % FORMS.length] ?? ''}`;
}

const numeral = (n: number): string =>
  [...String(n)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? '').join('');
