import type { Actor } from '#domain/common/actor';
import { FollowUpBench } from '#testing/follow-up-bench';
import { HolidaysService, type HolidayYearInput } from '../parameters/holidays.service';
import { PlacementStartService } from '../placements/placement-start.service';

const FIXED_2027 = ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'];

describe('plans that are made anew', () => {
  let bench: FollowUpBench;

  beforeAll(async () => {
    bench = await FollowUpBench.open();
  });

  beforeEach(async () => {
    await bench.clear();
    await bench.rows('delete from holiday where year = 2027');
  });

  afterAll(() => bench.close());

  async function planned(hireDate: string) {
    const { clientId, caseworker } = bench.person();
    const id = await bench.aPlacement(clientId, hireDate);
    await bench.rows(`update placement set status = 'PLANNED', probation_end_on = $2 where id = $1`, [
      id,
      `${hireDate.slice(0, 4)}-12-31`,
    ]);
    await bench.work();
    return { id, caseworker };
  }
  const move = (actor: Actor, id: string, hireDate: string, version = 1) =>
    bench.act(actor, (tx) => bench.app.get(PlacementStartService).move(tx, id, version, hireDate));

  describe('movePlacementStart', () => {
    it('moves what is still to come, counts the revision, and moves the end of probation along', async () => {
      const { id, caseworker } = await planned('2026-11-02');
      expect(await bench.milestone(id, 'W1')).toMatchObject({ due_on: '2026-11-09', revision: 1 });
      expect(await move(caseworker, id, '2026-11-16')).toBe('DONE');
      expect(await bench.work()).toEqual(['placement.start-moved']);
      expect(await bench.milestone(id, 'W1')).toMatchObject({ due_on: '2026-11-23', revision: 2, status: 'SCHEDULED' });
      expect(
        await bench.rows(
          'select hire_date::text as start, contract_from::text as contract, probation_end_on::text as probation from placement where id = $1',
          [id],
        ),
      ).toEqual([{ start: '2026-11-16', contract: '2026-11-16', probation: '2027-01-14' }]);
    });

    it('leaves what has come due or was done, with its revision', async () => {
      const { id, caseworker } = await planned('2026-10-16');
      await bench.rows(`update follow_up_milestone set status = 'DUE' where placement_id = $1 and code = 'D1'`, [id]);
      const before = await bench.milestone(id, 'D1');
      expect(await move(caseworker, id, '2026-10-30')).toBe('DONE');
      await bench.work();
      expect(await bench.milestone(id, 'D1')).toEqual(before);
      expect(await bench.milestone(id, 'W2')).toMatchObject({ revision: 2, due_on: '2026-11-13' });
    });

    it('refuses and writes nothing: another caseload, a day gone by, a stale version, work that began', async () => {
      const { id, caseworker } = await planned('2026-11-02');
      expect(await move(bench.person(1).caseworker, id, '2026-11-16')).toBe('NOT_FOUND');
      expect(await move(caseworker, id, '2026-10-13')).toBe('START_IN_PAST');
      expect(await move(caseworker, id, '2026-11-16', 2)).toBe('STALE_VERSION');
      await bench.rows(`update placement set status = 'ACTIVE' where id = $1`, [id]);
      expect(await move(caseworker, id, '2026-11-16')).toBe('WRONG_STATE');
      expect(await bench.work()).toEqual([]);
      expect(await bench.rows('select version, hire_date::text as start from placement where id = $1', [id])).toEqual([
        { version: 1, start: '2026-11-02' },
      ]);
    });

    it('gives one of two at the same time', async () => {
      const { id, caseworker } = await planned('2026-11-02');
      const both = await Promise.all(['2026-11-16', '2026-11-23'].map((day) => move(caseworker, id, day)));
      expect(both.sort()).toEqual(['DONE', 'STALE_VERSION']);
    });
  });

  describe('loadHolidays', () => {
    const load = (actor: Actor, input: Partial<HolidayYearInput> = {}) => {
      const days = [...FIXED_2027, '2027-01-04'].map((day) => ({ day, isOff: true }));
      return bench.act(actor, (tx) =>
        bench.app.get(HolidaysService).load(tx, { year: 2027, days, source: '国办发明电〔2026〕7号', ...input }),
      );
    };
    const supervisorOf = (caseworker: Actor): Actor => ({ ...caseworker, role: 'SUPERVISOR' });
    const years = () => bench.rows<{ year: number }>('select distinct year from holiday order by 1');

    it('settles plans that were provisional, and moves those that fall on a day off', async () => {
      const { id, caseworker } = await planned('2026-11-02');
      expect(await bench.milestone(id, 'M2')).toMatchObject({ due_on: '2027-01-04', is_provisional: true });
      expect(await bench.milestone(id, 'M1')).toMatchObject({ is_provisional: false });
      expect(await load(supervisorOf(caseworker))).toBe('DONE');
      await bench.work();
      expect(await bench.milestone(id, 'M2')).toMatchObject({
        due_on: '2027-01-05',
        is_provisional: false,
        revision: 2,
      });
      expect(await bench.milestone(id, 'M1')).toMatchObject({ revision: 1 });
    });

    it('is made up for by the morning’s sweep where its job was lost', async () => {
      const { id, caseworker } = await planned('2026-11-02');
      await load(supervisorOf(caseworker));
      await bench.rows(`delete from outbox_event where job = 'holidays.loaded'`);
      await bench.sweepAt('2026-10-15T00:30:00.000Z');
      await bench.sweepAt('2026-10-15T00:30:00.000Z');
      expect(await bench.milestone(id, 'M2')).toMatchObject({ due_on: '2027-01-05', revision: 2 });
    });

    it('does not believe the package about a year that it does not know', async () => {
      const { caseworker } = await planned('2026-11-02');
      expect(await load(supervisorOf(caseworker), { days: null })).toBe('YEAR_NOT_KNOWN');
    });

    it('refuses, and writes nothing, a caseworker, a year that is there, and a year without New Year’s Day', async () => {
      const { caseworker } = await planned('2026-11-02');
      const before = await years();
      expect(await load(caseworker)).toBe('NOT_ALLOWED');
      expect(await load(supervisorOf(caseworker), { year: 2026, days: null })).toBe('YEAR_LOADED');
      expect(await load(supervisorOf(caseworker), { days: [{ day: '2027-01-02', isOff: true }] })).toBe(
        'FIXED_HOLIDAY_MISSING',
      );
      expect(await load(supervisorOf(caseworker), { source: ' ' })).toBe('REQUIRED');
      expect(await years()).toEqual(before);
    });

    it('loads once, of two at the same time', async () => {
      const { caseworker } = await planned('2026-11-02');
      const both = await Promise.all([load(supervisorOf(caseworker)), load(supervisorOf(caseworker))]);
      expect(both.filter((one) => one === 'DONE')).toHaveLength(1);
    });
  });
});
