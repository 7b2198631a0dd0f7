import { LISTED_TERM } from '#testing/listed-term';
import { cellsOf, isEmptyRow, readHeader } from './file-header';

const plan = (...headers: string[]) => readHeader('CLIENTS', headers);

describe('a header row', () => {
  it('is read with and without stars, spaces and full-width characters, in any order', () => {
    expect(plan('手 机*', '姓名＊', '档案编号')).toEqual({
      ok: true,
      value: { keys: ['phone', 'name', 'fileNumber'], unknownColumns: [] },
    });
  });

  it('names columns that are not ours, and leaves their cells behind', () => {
    const outcome = plan('档案编号', '备注', '姓名', '手机', '');
    expect(outcome).toMatchObject({ ok: true, value: { unknownColumns: ['备注'] } });
    expect(outcome.ok && cellsOf(outcome.value, ['1', '勿看', '王', '138', 'x'])).toEqual({
      fileNumber: '1',
      name: '王',
      phone: '138',
    });
  });

  it.each([
    [['甲', '乙'], 'NO_HEADER', []],
    [['档案编号', '姓名'], 'MISSING_COLUMN', ['手机']],
    [['档案编号', '姓名', '手机', '手机*'], 'DUPLICATE_COLUMN', ['手机']],
  ])('refuses %j: %s', (headers, code, field) => {
    expect(plan(...headers)).toEqual({ ok: false, refusals: [{ code, field }] });
  });

  it('refuses the file for a listed term without repeating it', () => {
    const outcome = plan('档案编号', '姓名', '手机', `是否有${[...LISTED_TERM].join(' ')}`);
    expect(outcome).toEqual({ ok: false, refusals: [{ code: 'BANNED_TERM', field: [] }] });
  });
});

describe('a row', () => {
  it('is empty when nothing stands in our columns', () => {
    expect(isEmptyRow({ name: ' ', phone: '' })).toBe(true);
    expect(isEmptyRow({ name: '王' })).toBe(false);
  });
});
