import { systemActor } from './actor';
import { assertNever } from './assert-never';
import { done, refusal, refused, settled } from './outcome';

describe('an outcome', () => {
  it('is a value or all the reasons against it', () => {
    expect(done(1)).toEqual({ ok: true, value: 1 });
    const taken = refusal('SLOT_TAKEN');
    expect(refused(taken)).toEqual({ ok: false, refusals: [{ code: 'SLOT_TAKEN', field: [] }] });
    expect(settled([], 1)).toEqual(done(1));
    expect(settled([taken], 1)).toEqual(refused(taken));
  });

  it('carries the field and the figures of a reason', () => {
    expect(refusal('TOO_LONG', ['name'], { max: 60 })).toEqual({
      code: 'TOO_LONG',
      field: ['name'],
      detail: { max: 60 },
    });
  });
});

describe('assertNever', () => {
  it('throws when a case was forgotten at run time', () => {
    expect(() => assertNever('NEW' as never)).toThrow('Unexpected value: "NEW"');
  });
});

describe('systemActor', () => {
  it('names the job and belongs to nobody', () => {
    expect(systemActor('county-1', 'equal-pay-run')).toMatchObject({ role: 'SYSTEM:equal-pay-run', accountId: null });
  });
});
