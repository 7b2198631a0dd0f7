/** The columns of a file of clients. */
export const HEADER = '档案编号,姓名,手机,出生年,乡镇,学历,技能,证书,意向岗位,最低月薪,每周工时,可上岗日期';
/** A phone number that is never given out, by index. */
export const phone = (index: number): string => `131${String(index).padStart(8, '0')}`;
/** A readable row, or one with something changed. */
export const row = (
  index: number,
  change: { name?: string; phone?: string; town?: string; pay?: string; day?: string } = {},
): string =>
  [
    `T-${String(index).padStart(5, '0')}`,
    change.name ?? `林${index}`,
    change.phone ?? phone(index),
    '1990',
    change.town ?? '隽水镇',
    '初中',
    '压接、剥线',
    index % 10 === 0 ? '叉车证(至2028-06-30)' : '',
    '线束装配工',
    change.pay ?? '2,800.00',
    '40',
    change.day ?? '2026-4-1',
  ]
    .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
    .join(',');
/** A file of rows under the header. */
export const file = (...rows: readonly string[]): string => `${[HEADER, ...rows].join('\n')}\n`;
/** Whole numbers from `from` up to, not with, `to`. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
