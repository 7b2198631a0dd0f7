import { v7 as uuidv7 } from 'uuid';
import { isSampled } from './consent-sample';

describe('the sample of recorded consents', () => {
  it('holds a tenth of them', () => {
    const count = 20_000;
    const sampled = Array.from({ length: count }, () => uuidv7()).filter(isSampled).length;
    expect(sampled / count).toBeGreaterThan(0.09);
    expect(sampled / count).toBeLessThan(0.11);
  });

  it('holds the same ones whenever it is asked', () => {
    const ids = Array.from({ length: 200 }, () => uuidv7());
    expect(ids.map(isSampled)).toEqual(ids.map(isSampled));
  });
});
