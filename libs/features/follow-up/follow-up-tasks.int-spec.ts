import type { Actor } from '#domain/common/actor';
import { PlacementEnded } from '#features/placements';
import { FollowUpBench } from '#testing/follow-up-bench';
import { FollowUpTasksRepository } from './follow-up-tasks.repository';
import { FollowUpTasksService } from './follow-up-tasks.service';

describe('what follow-up gives people to do', () => {
  let bench: FollowUpBench;

  beforeAll(async () => {
    bench = await FollowUpBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  describe('the list of what there is to do', () => {
    it('is the caseworker’s own, a supervisor’s of nobody in particular, and finished once', async () => {
      const { clientId, caseworker, d1 } = await bench.somebodyAtWork();
      const tasks = bench.app.get(FollowUpTasksService);
      await bench.transactions.run(caseworker, (tx) =>
        tasks.raise(tx, ['CONTACT_WANTED', 'SUPPORTIVE_OUTREACH'], {
          subjectType: 'follow_up_milestone',
          subjectId: d1,
          clientId,
          caseworkerMembershipId: caseworker.membershipId,
          from: '2026-10-14',
        }),
      );
      const listed = (actor: Actor) =>
        bench.transactions.run(
          actor,
          async (tx) => (await bench.app.get(FollowUpTasksRepository).page(tx, { limit: 20, after: null })).rows,
        );
      const supervisor = await bench.supervisor(caseworker);
      expect((await listed(caseworker)).map(({ kind }) => kind)).toEqual(['CONTACT_WANTED']);
      expect((await listed(supervisor)).map(({ kind }) => kind)).toEqual(['SUPPORTIVE_OUTREACH']);
      expect(await listed(bench.person(1).caseworker)).toEqual([]);
      const id = (await listed(caseworker))[0]?.id ?? '';
      const finish = (actor: Actor) => bench.act(actor, (tx) => tasks.finish(tx, id));
      expect(await finish(bench.person(1).caseworker)).toBe('NOT_FOUND');
      expect(await finish(supervisor)).toBe('NOT_FOUND');
      expect((await Promise.all([finish(caseworker), finish(caseworker)])).sort()).toEqual(['DONE', 'WRONG_STATE']);
      expect(await listed(caseworker)).toEqual([]);
    });
  });

  describe('the end of work', () => {
    const kinds = async () => (await bench.tasks()).map(({ kind }) => kind).sort();
    async function ends(placementId: string, endedOn: string, organisationId: string | null = null): Promise<void> {
      await bench.rows(
        `update placement set status = 'ENDED', ended_on = $2, end_reason = 'DISMISSED', ended_at = now(), organisation_id = $3 where id = $1`,
        [placementId, endedOn, organisationId],
      );
      await bench.announce(PlacementEnded, placementId);
      await bench.work();
    }

    it('brings contact, pay, review, benefits and a proposal by their clocks, also when the job runs twice', async () => {
      const { caseworker, placementId } = await bench.somebodyAtWork();
      await ends(placementId, '2026-10-14');
      await bench.announce(PlacementEnded, placementId);
      await bench.work();
      expect(await bench.tasks()).toEqual(
        [
          ['FINAL_PAY_CHECK', '2026-10-16'],
          ['JOB_LOSS_CONTACT', '2026-10-16'],
          ['BENEFITS_CHECK', '2026-10-21'],
          ['NEEDS_REVIEW', '2026-10-21'],
          ['NEW_PROPOSAL', '2026-11-13'],
        ].map(([kind, due_on]) => ({ kind, due_on, assignee: caseworker.membershipId })),
      );
    });

    it('needs no review and no proposal any more once there is new work', async () => {
      const { clientId, placementId } = await bench.somebodyAtWork();
      await ends(placementId, '2026-10-14');
      await bench.aPlacement(clientId, '2026-10-15');
      await bench.work();
      expect(await kinds()).toEqual(['FINAL_PAY_CHECK', 'JOB_LOSS_CONTACT']);
    });

    it('brings nothing where the work never began', async () => {
      const { placementId } = await bench.somebodyAtWork();
      await bench.rows(
        `update placement set status = 'CANCELLED', end_reason = 'OTHER', ended_at = now() where id = $1`,
        [placementId],
      );
      await bench.announce(PlacementEnded, placementId);
      await bench.work();
      expect(await kinds()).toEqual([]);
    });

    it('brings a look at the enterprise by the second end within 90 days, once', async () => {
      const [{ id: organisationId }] = (await bench.rows<{ id: string }>(
        `select o.id from organisation o where o.kind = 'ENTERPRISE'
            and not exists (select from placement p where p.organisation_id = o.id and p.status = 'ENDED') order by o.id limit 1`,
      )) as [{ id: string }];
      const ids: string[] = [];
      for (const index of [0, 1, 2]) ids.push(await bench.aPlacement(bench.person(index).clientId, '2026-10-13'));
      await bench.work();
      await ends(ids[0] ?? '', '2026-10-13', organisationId);
      expect(await kinds()).not.toContain('ENTERPRISE_REVIEW');
      await ends(ids[1] ?? '', '2026-10-14', organisationId);
      await ends(ids[2] ?? '', '2026-10-14', organisationId);
      expect((await kinds()).filter((kind) => kind === 'ENTERPRISE_REVIEW')).toHaveLength(1);
    });
  });
});
