import { fontRuns } from './font-slices';
import { linesOf } from './text-lines';

/** Every sign is ten wide. */
const ten = ({ text }: { text: string }): number => [...text].length * 10;

describe('the runs of a text', () => {
  it('part it by the file of the font that holds its signs, and lose none', () => {
    const text = '周水莲 2026-11-29：hello，龘';
    const runs = fontRuns(text);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(new Set(runs.map(({ slice }) => slice)).size).toBeGreaterThan(1);
    expect(runs.every(({ file }) => file.endsWith('-wght-normal.woff2'))).toBe(true);
  });

  it('are one run for figures and Latin letters', () => {
    expect(fontRuns('Tonggong 13800000001')).toHaveLength(1);
  });
});

describe('the lines of a text', () => {
  it('break between Chinese signs, never before a closing sign', () => {
    expect(linesOf('仅限本人使用，不得再提供。', 60, ten)).toEqual(['仅限本人使', '用，不得再提', '供。']);
  });

  it('keep a number whole', () => {
    expect(linesOf('电话 13800000001 可用', 130, ten)).toEqual(['电话', '13800000001 可', '用']);
  });

  it('break where the text breaks', () => {
    expect(linesOf('一\n\n二', 100, ten)).toEqual(['一', '', '二']);
  });
});
