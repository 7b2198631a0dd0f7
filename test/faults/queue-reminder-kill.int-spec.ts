import { faultRun } from './support/fault-run';
import { BENCH_WORKER, KillableWorker } from './support/killable-worker';
import { ReminderStage, type ReminderOutcome } from './support/reminder-stage';

const PER_KILL = 6;
const ALL_DONE_WITHIN_MS = 60_000;
const CLAIMS_WITHIN_MS = 60_000;
const run = faultRun('kill -9 between claimed and delivered', { inTests: 10, inFull: 1_000 });
/** The control shows what it is for after a few. */
const CONTROL_KILLS = 4;

describe(`a worker that is killed with reminders in its hands (seed ${run.seed})`, () => {
  const stages: ReminderStage[] = [];

  afterAll(async () => {
    for (const stage of stages) await stage.close();
  });

  async function stageOf(name: string): Promise<ReminderStage> {
    const stage = await ReminderStage.open({ name, answersAfterMs: 120, republishAfterMs: 5_000 });
    stages.push(stage);
    return stage;
  }

  const marks = { claimed: 'reminder claimed', done: 'reminder delivered', id: 'subjectId' } as const;

  /** Kills workers until so many had a reminder in their hands, then lets one work to the end; says how long that took. */
  async function killed(
    stage: ReminderStage,
    kills: number,
    naive: Readonly<Record<string, string>>,
  ): Promise<{ readonly isDone: boolean; readonly afterMs: number }> {
    const environment = { ...stage.environment, ...naive };
    let hits = 0;
    for (let round = 0; hits < kills; round += 1) {
      if (round > 10 + kills * 3) throw new Error(`Only ${hits} of ${round} kills hit a claimed reminder.`);
      await stage.announce(PER_KILL);
      const worker = new KillableWorker(environment, marks, BENCH_WORKER);
      await worker.claimed(run.random.int(1, 3), CLAIMS_WITHIN_MS);
      // By turns before the mail is out, and when it is in and the worker does not know yet.
      if (run.random.int(0, 1) === 0) await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 100)));
      else await stage.mailbox.nextTransmission();
      if ((await worker.kill()).length > 0) hits += 1;
    }
    const killedAt = Date.now();
    const worker = new KillableWorker(environment, marks, BENCH_WORKER);
    const isDone = await stage.allDone(ALL_DONE_WITHIN_MS);
    const afterMs = Date.now() - killedAt;
    await worker.stop();
    return { isDone, afterMs };
  }

  it(`loses none and sends none twice over ${run.rounds} kills between claimed and delivered`, async () => {
    const stage = await stageOf('kill');
    const { isDone, afterMs } = await killed(stage, run.rounds, {});
    const outcome = await stage.outcome();
    const attempts = await stage.rows<{ n: number }>('select max(attempts) as n from reminder');
    run.report({ kills: run.rounds, afterMs, transmissions: stage.mailbox.transmissions(), ...figures(outcome) });
    expect({ isDone, ...outcome }).toEqual({
      isDone: true,
      lost: 0,
      twice: 0,
      unfinished: 0,
      reminders: outcome.reminders,
      deliveries: outcome.reminders,
      states: ['SENT'],
    });
    // The kills came into the middle: something was tried again, and the mail server saw it again.
    expect(attempts[0]?.n).toBeGreaterThan(1);
    expect(stage.mailbox.transmissions()).toBeGreaterThan(stage.mailbox.mails.size);
  }, 7_200_000);

  it('is shown by a control: without outbox and idempotency the same kills lose some or send some twice', async () => {
    const stage = await stageOf('naive');
    await killed(stage, CONTROL_KILLS, { FAULT_BENCH_NAIVE: '1' });
    const outcome = await stage.outcome();
    run.report({ control: CONTROL_KILLS, ...figures(outcome) });
    expect(outcome.lost + outcome.twice).toBeGreaterThan(0); // else the run above shows nothing
  }, 400_000);
});

const figures = ({ reminders, lost, twice }: ReminderOutcome): Readonly<Record<string, number>> => ({
  reminders,
  lost,
  twice,
});
