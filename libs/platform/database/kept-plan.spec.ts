import { keepPlan, keptName } from './kept-plan';

describe('keptName', () => {
  it('names a marked statement the same each time, and another text otherwise', () => {
    const one = keptName(keepPlan('select 1 as one'));
    expect(one).toMatch(/^kept-[0-9a-f]{32}$/);
    expect(keptName(keepPlan('select 1 as one'))).toBe(one);
    expect(keptName(keepPlan('select 2 as two'))).not.toBe(one);
  });

  it('names no statement that nobody marked', () => {
    expect(keptName('select 1 as one')).toBeNull();
    expect(keptName('begin read only; select 1')).toBeNull();
  });

  it('keeps no more than two hundred, and goes on with those that it knows', () => {
    const known = keptName(keepPlan('select 3 as three'));
    for (let n = 0; n < 300; n += 1) keptName(keepPlan(`select ${n} as numbered`));
    expect(keptName(keepPlan('select 4 as four'))).toBeNull();
    expect(keptName(keepPlan('select 3 as three'))).toBe(known);
  });
});
