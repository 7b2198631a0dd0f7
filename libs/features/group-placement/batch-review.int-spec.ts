import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import { BatchBench } from '#testing/batch-bench';
import { certificateProblem } from '#domain/group-placement/certificate-checker';
import { remainingAfter } from '#domain/group-placement/decisions';
import { fileOf } from '#domain/group-placement/placement-instance';
import { BatchApprovalService } from './batch-approval.service';
import { BatchOverridesService } from './batch-overrides.service';
import { BatchRowsReader } from './batch-rows-reader';
import { BatchWhatIf, type BatchDecision } from './batch-what-if';

describe('the review of a batch', () => {
  let bench: BatchBench;
  let id: string;

  beforeAll(async () => {
    bench = await BatchBench.open();
  }, 120_000);

  beforeEach(async () => {
    await bench.clear();
    id = await bench.inReview(40);
  });

  afterAll(() => bench.close());

  const approval = (): BatchApprovalService => bench.get(BatchApprovalService);

  const decide = (decision: BatchDecision, actor: Actor = bench.supervisor, expectedInputHash: string | null = null) =>
    bench.act(actor, (tx) => bench.get(BatchOverridesService).decide(tx, { batchId: id, decision, reason: 'CLIENT_ASKED', expectedInputHash })); // prettier-ignore

  const refused = (decision: BatchDecision, expectedInputHash: string | null = null) =>
    bench.refused(bench.supervisor, (tx) => bench.get(BatchOverridesService).decide(tx, { batchId: id, decision, reason: 'CLIENT_ASKED', expectedInputHash })); // prettier-ignore

  const cost = async (decision: BatchDecision) => {
    const found = await bench.read(bench.supervisor, (tx) => bench.get(BatchWhatIf).cost(tx, id, decision));
    if (found === null) throw new Error('There is a result.');
    return found;
  };

  const overrides = () => bench.read(bench.supervisor, (tx) => bench.get(BatchRowsReader).overrides(tx, id));

  const open = async () => {
    const found = await bench.read(bench.supervisor, (tx) => bench.get(BatchWhatIf).open(tx, id));
    if (found === null) throw new Error('There is a result.');
    return found;
  };

  const placement = async (): Promise<ReadonlyMap<string, string | null>> =>
    new Map((await bench.rowsOf(id)).map(({ clientId, positionId }) => [clientId, positionId]));

  /** A pair that is possible and not the one that stands, of somebody who is placed. */
  async function otherPair(): Promise<{ clientId: string; positionId: string }> {
    const { standing, before } = await open();
    const { clientIds, positionIds, pairs } = standing.instance;
    for (const [client, clientId] of clientIds.entries()) {
      for (let e = pairs.ptr[client]!; e < pairs.ptr[client + 1]!; e++) {
        if (before.slotOf[client]! >= 0 && pairs.col[e] !== before.slotOf[client])
          return { clientId, positionId: positionIds[pairs.col[e]!]! };
      }
    }
    throw new Error('Nobody has a choice.');
  }

  it('shows the exact cost of a lock before, writes it with it, and proves what comes of it', async () => {
    const pair = await otherPair();
    const decision: BatchDecision = { kind: 'LOCK', ...pair };
    const before = await cost(decision);
    expect(before.refusals).toEqual([]);
    const was = await placement();
    expect(await decide(decision)).toEqual([]);
    const batch = await bench.batch(id);
    expect([batch.outcome?.placed, batch.outcome?.totalFit]).toEqual([before.placedAfter, before.fitAfter]);
    expect(batch).toMatchObject({ status: 'IN_REVIEW', solve: { state: 'DONE' } });
    const now = await placement();
    expect(now.get(pair.clientId)).toBe(pair.positionId);
    const moved = [...now]
      .filter(([clientId, positionId]) => was.get(clientId) !== positionId)
      .map(([clientId]) => clientId);
    expect(before.moves.map(({ clientId }) => clientId).sort()).toEqual(moved.sort());
    expect(await overrides()).toMatchObject([
      { kind: 'LOCK', ...pair, reason: 'CLIENT_ASKED', costPlaced: before.placedBefore - before.placedAfter, costFit: before.fitBefore - before.fitAfter }, // prettier-ignore
    ]);
    const { instance, decisions, standing } = await open();
    expect(certificateProblem(fileOf(remainingAfter(instance, decisions)), standing.certificate)).toBeNull();
    expect((await bench.rowsOf(id)).find(({ clientId }) => clientId === pair.clientId)?.placedCode).toBe('LOCKED');
  });

  it('undoes a decision: the placement, its figures and its hash are those of before', async () => {
    const was = [await placement(), (await bench.batch(id)).outcome];
    expect(await decide({ kind: 'LOCK', ...(await otherPair()) })).toEqual([]);
    const [override] = await overrides();
    const undo = (overrideId: string) => (tx: Parameters<BatchOverridesService['undo']>[0]) => bench.get(BatchOverridesService).undo(tx, id, overrideId); // prettier-ignore
    expect(await bench.act(bench.supervisor, undo(override?.id ?? ''))).toEqual([]);
    expect([await placement(), (await bench.batch(id)).outcome]).toEqual(was);
    expect(await overrides()).toEqual([]);
    expect(await bench.refused(bench.supervisor, undo(override?.id ?? ''))).toEqual(['NOT_FOUND']);
    expect(await bench.refused(bench.supervisor, undo('no id'))).toEqual(['NOT_FOUND']);
  });

  it('swaps two people in one act, undoes both by either, and keeps them when it is solved anew', async () => {
    const { standing, before } = await open();
    const { clientIds, positionIds, pairs } = standing.instance;
    const may = (client: number, slot: number): boolean => Array.from({ length: pairs.ptr[client + 1]! - pairs.ptr[client]! }, (_, k) => pairs.col[pairs.ptr[client]! + k]).includes(slot); // prettier-ignore
    const placed = clientIds.map((_, client) => client).filter((client) => before.slotOf[client]! >= 0);
    const [first, second] = placed.flatMap((a) => placed.filter((b) => before.slotOf[a] !== before.slotOf[b] && may(a, before.slotOf[b]!) && may(b, before.slotOf[a]!)).map((b) => [a, b])).at(0) ?? []; // prettier-ignore
    if (first === undefined || second === undefined) throw new Error('Nobody can swap.');
    expect(await decide({ kind: 'SWAP', clientId: clientIds[first]!, otherClientId: clientIds[second]! })).toEqual([]);
    const swapped = async () => [
      (await placement()).get(clientIds[first]!),
      (await placement()).get(clientIds[second]!),
    ];
    const wanted = [positionIds[before.slotOf[second]!], positionIds[before.slotOf[first]!]];
    expect(await swapped()).toEqual(wanted);
    const both = await overrides();
    expect(new Set(both.map(({ actId }) => actId)).size).toBe(1);
    await bench.solve(id);
    expect(await swapped()).toEqual(wanted);
    await bench.act(bench.supervisor, (tx) => bench.get(BatchOverridesService).undo(tx, id, both[1]?.id ?? ''));
    expect(await overrides()).toEqual([]);
  });

  it('never gives a forbidden pair, and a newer lock takes the place of an older one', async () => {
    const [row] = (await bench.rowsOf(id)).filter(({ positionId }) => positionId !== null);
    const pair = { clientId: row?.clientId ?? '', positionId: row?.positionId ?? '' };
    expect(await decide({ kind: 'FORBID', ...pair })).toEqual([]);
    expect((await placement()).get(pair.clientId)).not.toBe(pair.positionId);
    expect(await refused({ kind: 'FORBID', ...pair })).toEqual(['ALREADY_SO']);
    expect(await refused({ kind: 'LOCK', ...pair })).toEqual(['LOCKED_AND_EXCLUDED']);
    const other = await otherPair();
    expect(await decide({ kind: 'LOCK', ...other })).toEqual([]);
    const third = await otherPair();
    if (third.clientId !== other.clientId) return;
    expect(await decide({ kind: 'LOCK', ...third })).toEqual([]);
    expect((await overrides()).filter(({ kind }) => kind === 'LOCK')).toMatchObject([third]);
  });

  it('refuses what cannot be, each with its code, and writes nothing', async () => {
    const rows = await bench.rowsOf(id);
    const unplaced = rows.find(({ unplacedCode }) => unplacedCode === 'NO_FEASIBLE_POSITION')?.clientId ?? '';
    const placed = rows.find(({ positionId }) => positionId !== null);
    const pair = { clientId: placed?.clientId ?? '', positionId: placed?.positionId ?? '' };
    expect(await refused({ kind: 'LOCK', clientId: unplaced, positionId: pair.positionId })).toEqual(['NO_SUCH_PAIR']);
    expect(await refused({ kind: 'LOCK', ...pair, positionId: randomUUID() })).toEqual(['NOT_FOUND']);
    expect(await refused({ kind: 'LOCK', ...pair, clientId: randomUUID() })).toEqual(['NOT_FOUND']);
    expect(await refused({ kind: 'LOCK', clientId: pair.clientId })).toEqual(['NOT_FOUND']);
    expect(await refused({ kind: 'SWAP', clientId: pair.clientId, otherClientId: pair.clientId })).toEqual(['SAME_CLIENT']); // prettier-ignore
    expect(await refused({ kind: 'SWAP', clientId: pair.clientId, otherClientId: unplaced })).toEqual(['NOT_PLACED']);
    expect(await refused({ kind: 'LOCK', ...pair }, 'another result')).toEqual(['STALE_RESULT']);
    expect((await cost({ kind: 'LOCK', clientId: unplaced, positionId: pair.positionId })).refusals).toMatchObject([{ code: 'NO_SUCH_PAIR' }]); // prettier-ignore
    expect(await decide({ kind: 'LOCK', ...pair }, bench.supervisor, (await bench.batch(id)).outcome?.inputHash)).toEqual([]); // prettier-ignore
  });

  it('says why not: a failing check with its figures, a cost in points or a place, or what people decided', async () => {
    const why = (clientId: string, positionId: string) => bench.read(bench.supervisor, (tx) => bench.get(BatchWhatIf).whyNot(tx, id, clientId, positionId)); // prettier-ignore
    const rows = await bench.rowsOf(id);
    const [placed] = rows.filter(({ positionId }) => positionId !== null);
    const none = rows.find(({ unplacedCode }) => unplacedCode === 'NO_FEASIBLE_POSITION')?.clientId ?? '';
    const position = placed?.positionId ?? '';
    expect(await why(placed?.clientId ?? '', position)).toMatchObject({ reason: 'HAS_IT' });
    const failing = await why(none, position);
    expect(failing?.reason).toBe('NOT_FEASIBLE');
    expect(failing?.failing.every(({ passed }) => !passed)).toBe(true);
    const other = await otherPair();
    const answer = await why(other.clientId, other.positionId);
    const price = await cost({ kind: 'LOCK', ...other });
    expect(['COSTS_A_PLACE', 'COSTS_POINTS']).toContain(answer?.reason);
    if (answer?.reason === 'COSTS_A_PLACE') expect(price.placedAfter).toBeLessThan(price.placedBefore);
    else expect(price.fitBefore - price.fitAfter).toBeGreaterThanOrEqual(answer?.atLeastPoints ?? 0);
    await decide({ kind: 'FORBID', ...other });
    expect(await why(other.clientId, other.positionId)).toMatchObject({ reason: 'FORBIDDEN' });
    expect(await why(randomUUID(), position)).toBeNull();
  });

  describe('the second person', () => {
    const submit = (actor: Actor = bench.supervisor) => bench.act(actor, (tx) => approval().submit(tx, id));

    it('approves what she had no hand in; whoever made it does not, nor does anybody before it is handed over', async () => {
      expect(await bench.refused(bench.secondSupervisor, (tx) => approval().approve(tx, id))).toEqual([
        'NOT_SUBMITTED',
      ]);
      expect(await submit()).toEqual([]);
      expect(await bench.refused(bench.supervisor, (tx) => approval().approve(tx, id))).toEqual(['SAME_PERSON']);
      expect((await bench.batch(id)).can).toEqual(['RETURN', 'DISCARD']);
      expect((await bench.batch(id, bench.secondSupervisor)).can).toEqual(['RETURN', 'APPROVE', 'DISCARD']);
      expect(await refused({ kind: 'LOCK', ...(await otherPair()) })).toEqual(['ALREADY_SUBMITTED']);
      expect(await bench.act(bench.secondSupervisor, (tx) => approval().approve(tx, id))).toEqual([]);
      expect(await bench.batch(id)).toMatchObject({ status: 'APPROVED', can: ['COMMIT', 'DISCARD'] });
    });

    it('is not who decided about one pair, even where that was undone', async () => {
      await bench.act(bench.secondSupervisor, (tx) => bench.get(BatchOverridesService).decide(tx, { batchId: id, decision: { kind: 'LOCK', ...others }, reason: 'FAMILY_DUTY', expectedInputHash: null })); // prettier-ignore
      const [override] = await overrides();
      await bench.act(bench.supervisor, (tx) => bench.get(BatchOverridesService).undo(tx, id, override?.id ?? ''));
      expect(await submit()).toEqual([]);
      expect(await bench.refused(bench.secondSupervisor, (tx) => approval().approve(tx, id))).toEqual(['SAME_PERSON']);
    });

    let others: { clientId: string; positionId: string };
    beforeEach(async () => {
      others = await otherPair();
    });

    it('is not the same person under another account', async () => {
      const { accountId } = bench.supervisor;
      await bench.rows(`update user_account set person_id = $1 where id = any ($2)`, [accountId, [accountId, bench.secondSupervisor.accountId]]); // prettier-ignore
      expect(await submit()).toEqual([]);
      expect(await bench.refused(bench.secondSupervisor, (tx) => approval().approve(tx, id))).toEqual(['SAME_PERSON']);
      await bench.rows(`update user_account set person_id = null where person_id = $1`, [accountId]);
      expect(await bench.act(bench.secondSupervisor, (tx) => approval().approve(tx, id))).toEqual([]);
    });

    it('is asked for by the database too, where a statement forgets the rule', async () => {
      expect(await submit()).toEqual([]);
      const forgetful = bench.bench.transactions.run(
        bench.supervisor,
        (tx) =>
        tx.query(`update placement_batch set status = 'APPROVED', approved_at = now(), approved_by_membership_id = $2 where id = $1`, [id, bench.supervisor.membershipId]), // prettier-ignore
      );
      await expect(forgetful).rejects.toThrow('approved by who made it');
      const forged = bench.bench.transactions.run(
        bench.supervisor,
        (tx) =>
        tx.query(`update placement_batch set prepared_by_membership_id = $2 where id = $1`, [id, bench.secondSupervisor.membershipId]), // prettier-ignore
      );
      await expect(forged).rejects.toThrow('permission denied');
    });

    it('gives it back with a reason, and it can be decided about again', async () => {
      expect(await bench.refused(bench.secondSupervisor, (tx) => approval().giveBack(tx, id, 'CAPACITY_CHANGED'))).toEqual(['NOT_SUBMITTED']); // prettier-ignore
      expect(await submit()).toEqual([]);
      expect(await bench.act(bench.secondSupervisor, (tx) => approval().giveBack(tx, id, 'OVERRIDES_UNCLEAR'))).toEqual([]); // prettier-ignore
      expect(await bench.batch(id)).toMatchObject({ status: 'IN_REVIEW', submittedAt: null, returnReason: 'OVERRIDES_UNCLEAR' }); // prettier-ignore
      expect(await decide({ kind: 'LOCK', ...others })).toEqual([]);
    });
  });
});
