import { instanceFrom, randomFrom, randomInstance } from '#testing/small-instances';
import { certificateProblem, type CheckedInstance } from './certificate-checker';
import { readInstance, type InstanceFile } from './placement-instance';
import { solvePlacement } from './solver/solve-placement';

interface ResultFile {
  placed: number;
  fit: number;
  slotOf: number[];
  certificate: { inZClient: number[]; inZSlot: number[]; u: number[]; v: number[] };
}

/** A result as it comes out of a file. */
function resultOf(file: InstanceFile): ResultFile {
  const outcome = readInstance(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const { certificate, slotOf, ...figures } = solvePlacement(outcome.value);
  const { inZClient, inZSlot, u, v } = certificate;
  return {
    ...figures,
    slotOf: [...slotOf],
    certificate: { inZClient: [...inZClient], inZSlot: [...inZSlot], u: [...u], v: [...v] },
  };
}

type Corruption = (result: ResultFile, instance: CheckedInstance, random: () => number) => void;

const anyOf = (length: number, random: () => number) => Math.floor(random() * length);
const step = (random: () => number) => (random() < 0.5 ? -1 : 1) * (1 + anyOf(50, random));
/** A slot whose seats count: one without any proves nothing, whatever is written there. */
function slotWithSeats({ cap }: CheckedInstance, random: () => number): number {
  const slots = Array.from(cap, (seats, q) => (seats > 0 ? q : -1)).filter((q) => q >= 0);
  return slots[anyOf(slots.length, random)] ?? -1;
}

const CORRUPTIONS: Record<string, Corruption> = {
  'says that more are placed': (result) => void result.placed++,
  'claims another total': (result, _, random) => void (result.fit += step(random)),
  'leaves out somebody who was placed': (result, _, random) => {
    const placed = result.slotOf.flatMap((slot, i) => (slot >= 0 ? [i] : []));
    if (placed.length > 0) result.slotOf[placed[anyOf(placed.length, random)]!] = -1;
  },
  'sends somebody to a slot without a pair': (result, { n, m, ptr, col }, random) => {
    const client = anyOf(n, random);
    const pairs = new Set(Array.from(col).slice(ptr[client], ptr[client + 1]));
    const slot = Array.from({ length: m }, (_, q) => q).find((q) => !pairs.has(q));
    result.slotOf[client] = slot ?? m;
  },
  'moves a client over the border of Z': ({ certificate }, { n }, random) => {
    const client = anyOf(n, random);
    certificate.inZClient[client] = 1 - certificate.inZClient[client]!;
  },
  'moves a slot over the border of Z': ({ certificate }, instance, random) => {
    const slot = slotWithSeats(instance, random);
    if (slot >= 0) certificate.inZSlot[slot] = 1 - certificate.inZSlot[slot]!;
  },
  'changes the price of a client': ({ certificate }, { n }, random) => {
    certificate.u[anyOf(n, random)]! += step(random);
  },
  'changes the price of a slot': ({ certificate }, instance, random) => {
    const slot = slotWithSeats(instance, random);
    if (slot >= 0) certificate.v[slot]! += step(random);
  },
  'shifts a price from one placed client to another': (result, { n }, random) => {
    const placed = result.slotOf.flatMap((slot, i) => (slot >= 0 ? [i] : []));
    if (placed.length < 2) return;
    const from = anyOf(placed.length, random);
    const to = (from + 1) % placed.length;
    const much = 1 + anyOf(50, random);
    result.certificate.u[placed[from]!]! -= much;
    result.certificate.u[placed[to]!]! += much;
    expect(n).toBeGreaterThan(1);
  },
  'writes a price with a fraction': ({ certificate }, { n }, random) => {
    certificate.u[anyOf(n, random)]! += 0.5;
  },
  'drops the last entry': ({ certificate }) => void certificate.v.pop(),
};

describe('certificateProblem', () => {
  it('refuses each of 1,000 corrupted certificates, and accepted them all before', () => {
    const random = randomFrom(305);
    const kinds = Object.entries(CORRUPTIONS);
    const refused = new Map<string, number>();
    for (let tried = 0; [...refused.values()].reduce((sum, count) => sum + count, 0) < 1_000; tried++) {
      const file = randomInstance(random, { clients: 14, slots: 8, seats: 3, fit: 40 });
      const result = resultOf(file);
      expect(certificateProblem(file, result)).toBeNull();
      const corrupted = structuredClone(result);
      const [kind, corrupt] = kinds[tried % kinds.length]!;
      corrupt(corrupted, file, random);
      if (JSON.stringify(corrupted) === JSON.stringify(result)) continue;
      if (certificateProblem(file, corrupted) === null)
        throw new Error(`${kind}: ${JSON.stringify({ file, corrupted })}`);
      refused.set(kind, (refused.get(kind) ?? 0) + 1);
    }
    expect([...refused.keys()].sort()).toEqual(Object.keys(CORRUPTIONS).sort());
    expect(Math.min(...refused.values())).toBeGreaterThan(40);
  });

  const file = instanceFrom([1, 1, 0], [[[0, 9], [1, 4]], [[0, 8]], [[0, 2]], [[2, 7]]]); // prettier-ignore
  const corrupted = (change: (result: ResultFile) => void) => {
    const result = resultOf(file);
    change(result);
    return certificateProblem(file, result);
  };

  it.each<[string, (result: ResultFile) => void, string | null]>([
    ['nothing is changed', () => undefined, null],
    ['a seat is given twice', (r) => void (r.slotOf[2] = 0), 'slot 0 has more than its 1 seats'],
    ['there is no such pair', (r) => void (r.slotOf[3] = 1), 'client 3 has no pair with slot 1'],
    ['the count is wrong', (r) => void (r.placed = 3), '2 are placed, not 3'],
    ['the total is wrong', (r) => void (r.fit = 13), 'the total fit is 12, not 13'],
    ['Z loses a slot', (r) => void (r.certificate.inZSlot[0] = 0), 'the cover counts 1, but 2 are placed'],
    ['a flag is 2', (r) => void (r.certificate.inZSlot[1] = 2), 'inZSlot[1] is neither 0 nor 1'],
    ['a price is huge', (r) => void (r.certificate.u[1] = 2 ** 53 - 1), 'the prices are too large to be added exactly'],
    ['a list is short', (r) => void r.slotOf.pop(), 'slotOf has 3 entries instead of 4'],
  ])('says what is wrong when %s', (_, change, problem) => {
    expect(corrupted(change)).toBe(problem);
  });

  it('refuses a placement of fewer people with a higher total', () => {
    const two = instanceFrom([1, 1], [[[0, 9_000], [1, 1]], [[0, 10]]]); // prettier-ignore
    const result = { placed: 1, fit: 9_000, slotOf: [0, -1] };
    const certificate = { inZClient: [1, 1], inZSlot: [1, 0], u: [0, 0], v: [9_000, 1] };
    expect(certificateProblem(two, { ...result, certificate })).toBe('the pair of client 0 and slot 1 is not covered');
  });
});
