import { IdsPipe } from './ids.pipe';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const ID = '019b76da-a801-7b86-8adb-5bea7587fe9d';
const read = (value: unknown, data?: string): unknown =>
  new IdsPipe().transform(value, { type: 'body', ...(data === undefined ? {} : { data }) });

describe('an id that somebody sends', () => {
  it('is left as it is when it is one', () => {
    expect(read(ID, 'clientId')).toBe(ID);
    expect(read({ fileId: ID }, 'input')).toEqual({ fileId: ID });
  });

  it.each(['', 'x', '1', `${ID}0`, "' or 1=1 --", '{}'])('names nothing when it is %j', (text) => {
    expect(read(text, 'id')).toBe(NOBODY);
    expect(read({ milestoneId: text, deeper: { positionId: text } }, 'input')).toEqual({
      milestoneId: NOBODY,
      deeper: { positionId: NOBODY },
    });
  });

  it('is not looked for in what is no id', () => {
    const at = new Date();
    expect(read('x', 'login')).toBe('x');
    expect(read({ period: '2026-09', paid: 1, at, list: ['x'] }, 'input')).toEqual({
      period: '2026-09',
      paid: 1,
      at,
      list: ['x'],
    });
  });
});
