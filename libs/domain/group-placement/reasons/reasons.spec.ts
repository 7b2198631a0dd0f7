import { bestWhere, soundInstance } from '#testing/placement-cases';
import { bestByTrying, instanceFrom, randomFrom, randomInstance } from '#testing/small-instances';
import { fileOf, withPairs } from '../placement-instance';
import { solvePlacement } from '../solver/solve-placement';
import { hallWitness, slotsWhereASeatHelps } from './hall-witness';
import { whyNotSlot } from './why-not-slot';

const LIMITS = { clients: 5, slots: 4, seats: 2, fit: 9 };

describe('hallWitness', () => {
  it('counts right on 1,000 random instances: nobody of these people has another slot, and so many stay out', () => {
    const random = randomFrom(5);
    let witnesses = 0;
    for (let k = 0; k < 1_000; k++) {
      const instance = soundInstance(randomInstance(random, LIMITS));
      const solution = solvePlacement(instance);
      for (let client = 0; client < instance.clients; client++) {
        const witness = hallWitness(instance, solution, client);
        expect(witness === null).toBe(solution.slotOf[client]! >= 0);
        if (witness === null) continue;
        witnesses++;
        const { people, slots, seats, cannotBePlaced } = witness;
        expect(people).toContain(client);
        expect(seats).toBe(slots.reduce((sum, slot) => sum + instance.capacity[slot]!, 0));
        expect(cannotBePlaced).toBe(people.length - seats);
        const alone = withPairs(instance, (_, other) => people.includes(other));
        expect(new Set(alone.pairSlot)).toEqual(new Set(slots));
        expect(bestByTrying(fileOf(alone)).placed).toBe(people.length - cannotBePlaced);
      }
    }
    expect(witnesses).toBeGreaterThan(500);
  });

  it('says plainly when a client has no slot at all', () => {
    const instance = soundInstance(instanceFrom([1], [[], [[0, 5]]]));
    const witness = hallWitness(instance, solvePlacement(instance), 0);
    expect(witness).toEqual({ people: [0], slots: [], seats: 0, cannotBePlaced: 1 });
  });

  it('keeps apart people who compete for different slots', () => {
    const instance = soundInstance(instanceFrom([1, 1], [[[0, 5]], [[0, 6]], [[1, 5]], [[1, 6]], [[1, 7]]]));
    const solution = solvePlacement(instance);
    expect(hallWitness(instance, solution, 0)).toEqual({ people: [0, 1], slots: [0], seats: 1, cannotBePlaced: 1 });
    expect(hallWitness(instance, solution, 2)).toEqual({ people: [2, 3, 4], slots: [1], seats: 1, cannotBePlaced: 2 });
  });
});

describe('slotsWhereASeatHelps', () => {
  it('names exactly the slots where one more seat places one person more', () => {
    const random = randomFrom(6);
    let helpful = 0;
    for (let k = 0; k < 500; k++) {
      const file = randomInstance(random, LIMITS);
      const instance = soundInstance(file);
      const solution = solvePlacement(instance);
      const truly = Array.from({ length: file.m }, (_, q) => q).filter((q) => {
        const cap = Array.from(file.cap, (seats, other) => seats + (other === q ? 1 : 0));
        return bestByTrying({ ...file, cap }).placed === solution.placed + 1;
      });
      expect(slotsWhereASeatHelps(instance, solution)).toEqual(truly);
      helpful += truly.length;
    }
    expect(helpful).toBeGreaterThan(300);
  });
});

describe('whyNotSlot', () => {
  it('is right about places and never asks for more points than are lost', () => {
    const random = randomFrom(8);
    const seen = new Map<string, number>();
    for (let k = 0; k < 400; k++) {
      const instance = soundInstance(randomInstance(random, LIMITS));
      const file = fileOf(instance);
      const solution = solvePlacement(instance);
      for (let client = 0; client < instance.clients; client++) {
        for (let slot = 0; slot < instance.slots; slot++) {
          const why = whyNotSlot(instance, solution, client, slot);
          seen.set(why.reason, (seen.get(why.reason) ?? 0) + 1);
          const best = bestWhere(file, (slotOf) => slotOf[client] === slot);
          if (why.reason === 'NOT_FEASIBLE' || why.reason === 'NO_SEATS') expect(best).toBeNull();
          else if (why.reason === 'HAS_IT') expect(best).toEqual({ placed: solution.placed, fit: solution.fit });
          else if (why.reason === 'COSTS_A_PLACE') expect(best?.placed).toBe(solution.placed - 1);
          else {
            expect(best?.placed).toBe(solution.placed);
            expect(why.atLeast).toBeGreaterThanOrEqual(0);
            expect(why.atLeast).toBeLessThanOrEqual(solution.fit - best!.fit);
          }
        }
      }
    }
    expect([...seen.keys()].sort()).toEqual(['COSTS_A_PLACE', 'COSTS_POINTS', 'HAS_IT', 'NOT_FEASIBLE', 'NO_SEATS']);
  });
});
