import fc from 'fast-check';
import { addDays } from '../common/day';
import {
  normaliseCell,
  parseDay,
  parseHundredths,
  parseInteger,
  parseList,
  parseMoney,
  parsePhone,
  parseYesNo,
} from './cell-values';

describe('a cell', () => {
  it('is read without full-width characters, invisible ones and needless spaces', () => {
    expect(normaliseCell(' ２０２６\u200b－４  －１\u00a0')).toBe('2026-4 -1');
  });
});

describe('a day', () => {
  it.each([
    ['2026-4-1', '2026-04-01'],
    ['2026/04/01', '2026-04-01'],
    ['2026.4.1', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['2026 年 4 月 1 号', '2026-04-01'],
    ['２０２６－０４－０１', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['46113', '2026-04-01'],
    ['46113.375', '2026-04-01'],
    ['2026-04-01 08:30:00', '2026-04-01'],
    ['2028-02-29', '2028-02-29'],
  ])('may be written %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each(['', '2026-2-29', '2026-13-1', '4月1日', '1/4/2026', '26-4-1', '19999', '60001', '1970', '明天'])(
    'is not %j',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it('is the same one however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const day = addDays('2000-01-01', n);
        const [year = '', month = '', date = ''] = day.split('-');
        const ways = [
          day,
          `${year}/${Number(month)}/${Number(date)}`,
          `${year}年${Number(month)}月${Number(date)}日`,
          `${year}${month}${date}`,
          String(36_526 + n),
        ];
        expect(ways.map(parseDay)).toEqual(ways.map(() => day));
      }),
    );
  });
});

describe('money', () => {
  it.each([
    ['1970', 197_000],
    ['1,970.00', 197_000],
    ['1970元', 197_000],
    ['￥1970.5', 197_050],
    ['１９７０', 197_000],
    ['1970元/月', 197_000],
    ['0', 0],
    ['0.01', 1],
  ])('%s is %i fen', (text, fen) => {
    expect(parseMoney(text)).toBe(fen);
  });

  it.each(['', '-1', '1.970,00', '1,97', '0.3万', '1970.001', '三千', '2000-3000', '1e3'])('is not %j', (text) => {
    expect(parseMoney(text)).toBeNull();
  });
});

describe('a phone number', () => {
  it.each(['13800000000', '+86 138 0000 0000', '0086-138-0000-0000', '１３８００００００００', '138 0000-0000'])(
    'may be written %s',
    (text) => {
      expect(parsePhone(text)).toBe('13800000000');
    },
  );

  it.each(['1380000000', '138000000000', '12800000000', '0715-4300000', ''])('is not %j', (text) => {
    expect(parsePhone(text)).toBeNull();
  });
});

describe('a number', () => {
  it.each([
    ['40', 40],
    ['40.0', 40],
    ['40小时', 40],
    ['３ 名', 3],
  ])('%s is %i', (text, number) => {
    expect(parseInteger(text)).toBe(number);
  });

  it.each(['', '-1', '4.5', '四十', '1,000'])('is not %j', (text) => {
    expect(parseInteger(text)).toBeNull();
  });

  it.each([
    ['21.75', 2_175],
    ['21.5天', 2_150],
    ['22', 2_200],
  ])('%s with two decimals is %i hundredths', (text, hundredths) => {
    expect(parseHundredths(text)).toBe(hundredths);
  });

  it.each(['21.755', '', '-1'])('has at most two decimals: not %j', (text) => {
    expect(parseHundredths(text)).toBeNull();
  });
});

describe('a list', () => {
  it('is split at every separator that people use, each entry once, 无 left out', () => {
    expect(parseList('压接、目检，压接;读图|无\n打包')).toEqual(['压接', '目检', '读图', '打包']);
  });

  it('keeps what stands in brackets together', () => {
    expect(parseList('叉车证(至2027/06/30)、焊工证')).toEqual(['叉车证(至2027/06/30)', '焊工证']);
  });

  it.each(['', ' ', '无'])('is empty for %j', (text) => {
    expect(parseList(text)).toEqual([]);
  });
});

describe('yes and no', () => {
  it.each([
    ['是', true],
    ['y', true],
    ['1', true],
    ['否', false],
    ['NO', false],
    ['0', false],
    ['也许', null],
    ['', null],
  ])('%j is %j', (text, answer) => {
    expect(parseYesNo(text)).toBe(answer);
  });
});
