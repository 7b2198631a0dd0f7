import { decisionOfDrop, forbidHere, lockHere } from './decision';

const ANNA = { clientId: 'anna', positionId: 'weaving' };
const BO = { clientId: 'bo', positionId: 'packing' };
const CHEN = { clientId: 'chen', positionId: 'weaving' };
const UNPLACED = { clientId: 'dong', positionId: null };
const ALSO_UNPLACED = { clientId: 'er', positionId: null };

describe('dropping somebody on the review board', () => {
  it('on a person at another position makes the two change places', () => {
    expect(decisionOfDrop(ANNA, { kind: 'person', ...BO })).toEqual({
      kind: 'SWAP',
      clientId: 'anna',
      positionId: null,
      otherClientId: 'bo',
    });
  });

  it('on a person at the same position, or on herself, locks her where she is', () => {
    const locked = { kind: 'LOCK', clientId: 'anna', positionId: 'weaving', otherClientId: null };
    expect(decisionOfDrop(ANNA, { kind: 'person', ...CHEN })).toEqual(locked);
    expect(decisionOfDrop(ANNA, { kind: 'person', ...ANNA })).toEqual(locked);
  });

  it('on a position locks her there, on her own as on another', () => {
    expect(decisionOfDrop(ANNA, { kind: 'position', positionId: 'packing' })).toMatchObject({
      kind: 'LOCK',
      clientId: 'anna',
      positionId: 'packing',
    });
    expect(decisionOfDrop(ANNA, { kind: 'position', positionId: 'weaving' })).toMatchObject({
      kind: 'LOCK',
      positionId: 'weaving',
    });
  });

  it('on the unplaced forbids the pair', () => {
    expect(decisionOfDrop(ANNA, { kind: 'unplaced' })).toEqual({
      kind: 'FORBID',
      clientId: 'anna',
      positionId: 'weaving',
      otherClientId: null,
    });
  });

  it('who has no place takes that of the person she is dropped on', () => {
    expect(decisionOfDrop(UNPLACED, { kind: 'person', ...BO })).toMatchObject({
      kind: 'LOCK',
      clientId: 'dong',
      positionId: 'packing',
    });
  });

  it('and gives hers up to one without, when she is dropped on her', () => {
    expect(decisionOfDrop(ANNA, { kind: 'person', ...UNPLACED })).toMatchObject({
      kind: 'LOCK',
      clientId: 'dong',
      positionId: 'weaving',
    });
  });

  it('decides nothing between two without a place, nor for one of them on the unplaced', () => {
    expect(decisionOfDrop(UNPLACED, { kind: 'person', ...ALSO_UNPLACED })).toBeNull();
    expect(decisionOfDrop(UNPLACED, { kind: 'person', ...UNPLACED })).toBeNull();
    expect(decisionOfDrop(UNPLACED, { kind: 'unplaced' })).toBeNull();
  });
});

describe('the keys of the review board', () => {
  it('lock and forbid where she stands', () => {
    expect(lockHere(ANNA)).toMatchObject({ kind: 'LOCK', clientId: 'anna', positionId: 'weaving' });
    expect(forbidHere(ANNA)).toMatchObject({ kind: 'FORBID', clientId: 'anna', positionId: 'weaving' });
  });

  it('do nothing to one without a place', () => {
    expect(lockHere(UNPLACED)).toBeNull();
    expect(forbidHere(UNPLACED)).toBeNull();
  });
});
