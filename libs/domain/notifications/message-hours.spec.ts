import fc from 'fast-check';
import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { dayOf, startOfDay } from '../common/day';
import { isDaySlot, mayLeaveAt, urgencyOf, USUAL_HOURS, type MessageHours } from './message-hours';

const calendar = calendar2026();
/** An instant by the clock on the wall in Shanghai. */
const at = (wall: string): Date => new Date(`${wall}:00.000+08:00`);
const wall = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

const ordinary = (now: string, hours: MessageHours = USUAL_HOURS): string =>
  wall(mayLeaveAt(at(now), 'ORDINARY', hours, calendar));
const shortNotice = (now: string, hours: MessageHours = USUAL_HOURS): string =>
  wall(mayLeaveAt(at(now), 'SHORT_NOTICE', hours, calendar));

describe('mayLeaveAt', () => {
  // 2026-10-14 is a Wednesday; 10-16 a Friday.
  it.each([
    ['2026-10-14T08:29', '2026-10-14T08:30'],
    ['2026-10-14T08:30', '2026-10-14T08:30'],
    ['2026-10-14T11:59', '2026-10-14T11:59'],
    ['2026-10-14T12:00', '2026-10-14T14:00'],
    ['2026-10-14T13:59', '2026-10-14T14:00'],
    ['2026-10-14T14:00', '2026-10-14T14:00'],
    ['2026-10-14T20:59', '2026-10-14T20:59'],
    ['2026-10-14T21:00', '2026-10-15T08:30'],
    ['2026-10-14T00:00', '2026-10-14T08:30'],
    ['2026-10-16T21:00', '2026-10-19T08:30'],
    ['2026-10-17T10:00', '2026-10-19T08:30'],
  ])('an ordinary message at %s leaves at %s', (now, leaves) => {
    expect(ordinary(now)).toBe(leaves);
  });

  it('counts a make-up day as a working day and a holiday as none', () => {
    expect(ordinary('2026-10-10T09:00')).toBe('2026-10-10T09:00'); // Saturday, make-up
    expect(ordinary('2026-10-01T09:00')).toBe(ordinary('2026-09-30T21:00'));
    expect(ordinary('2026-09-30T20:59')).toBe('2026-09-30T20:59');
  });

  it('the second before a boundary is on its near side', () => {
    const second = (text: string): string =>
      mayLeaveAt(new Date(text), 'ORDINARY', USUAL_HOURS, calendar).toISOString();
    expect(second('2026-10-14T11:59:59.999+08:00')).toBe('2026-10-14T03:59:59.999Z');
    expect(second('2026-10-14T20:59:59.999+08:00')).toBe('2026-10-14T12:59:59.999Z');
    expect(second('2026-10-14T08:29:59.999+08:00')).toBe('2026-10-14T00:30:00.000Z');
  });

  it.each([
    ['2026-10-17T08:29', '2026-10-17T08:30'],
    ['2026-10-17T08:30', '2026-10-17T08:30'],
    ['2026-10-17T12:30', '2026-10-17T12:30'],
    ['2026-10-17T20:59', '2026-10-17T20:59'],
    ['2026-10-17T21:00', '2026-10-18T08:30'],
  ])('a change within 24 hours, on a Saturday at %s, is told at %s', (now, leaves) => {
    expect(shortNotice(now)).toBe(leaves);
  });

  it('a shift worker’s own slot stands in place of the usual hours, also in quiet time', () => {
    const nights: MessageHours = { slot: { fromMinute: 1_290, toMinute: 1_410 }, onDaysOff: false }; // 21:30–23:30
    expect(ordinary('2026-10-14T10:00', nights)).toBe('2026-10-14T21:30');
    expect(ordinary('2026-10-14T21:29', nights)).toBe('2026-10-14T21:30');
    expect(ordinary('2026-10-14T21:30', nights)).toBe('2026-10-14T21:30');
    expect(ordinary('2026-10-14T23:29', nights)).toBe('2026-10-14T23:29');
    expect(ordinary('2026-10-14T23:30', nights)).toBe('2026-10-15T21:30');
    expect(ordinary('2026-10-16T23:30', nights)).toBe('2026-10-19T21:30');
    expect(shortNotice('2026-10-14T10:00', nights)).toBe('2026-10-14T10:00');
  });

  it('days off count only for who chose them, and keep their quiet noon', () => {
    const always: MessageHours = { slot: null, onDaysOff: true };
    expect(ordinary('2026-10-17T10:00', always)).toBe('2026-10-17T10:00');
    expect(ordinary('2026-10-17T12:00', always)).toBe('2026-10-17T14:00');
    expect(ordinary('2026-10-17T21:00', always)).toBe('2026-10-18T08:30');
    expect(ordinary('2026-10-17T10:00')).toBe('2026-10-19T08:30');
  });

  it('never gives an instant before now, nor one that is quiet itself', () => {
    const start = startOfDay('2026-01-01').getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 * 1_440 }), fc.boolean(), (minutes, onDaysOff) => {
        const now = new Date(start + minutes * 60_000);
        const hours = { slot: null, onDaysOff };
        for (const urgency of ['ORDINARY', 'SHORT_NOTICE'] as const) {
          const leaves = mayLeaveAt(now, urgency, hours, calendar);
          expect(leaves.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(mayLeaveAt(leaves, urgency, hours, calendar)).toEqual(leaves);
          if (urgency === 'ORDINARY' && !onDaysOff) expect(calendar.isWorkday(dayOf(leaves))).toBe(true);
        }
      }),
    );
  });
});

describe('urgencyOf', () => {
  const now = at('2026-10-14T10:00');

  it('cannot wait up to 24 hours ahead, and can from then on', () => {
    expect(urgencyOf(at('2026-10-15T10:00'), now)).toBe('SHORT_NOTICE');
    expect(urgencyOf(at('2026-10-15T10:01'), now)).toBe('ORDINARY');
  });
});

describe('isDaySlot', () => {
  it.each([
    [{ fromMinute: 0, toMinute: 1_440 }, true],
    [{ fromMinute: 0, toMinute: 1_441 }, false],
    [{ fromMinute: -1, toMinute: 10 }, false],
    [{ fromMinute: 10, toMinute: 10 }, false],
    [{ fromMinute: 9, toMinute: 10 }, true],
    [{ fromMinute: 0.5, toMinute: 10 }, false],
  ])('of %j is %s', (slot, expected) => {
    expect(isDaySlot(slot)).toBe(expected);
  });
});
