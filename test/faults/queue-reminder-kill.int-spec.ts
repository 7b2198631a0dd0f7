import { faultRun } from './support/fault-run';
import { BENCH_WORKER, KillableWorker } from './support/killable-worker';
import { allReceivedOnce, ReminderStage, type ReminderOutcome } from './support/reminder-stage';

/** So many lie there untouched when a worker starts. */
const AT_HAND = 8;
const ALL_DONE_WITHIN_MS = 60_000;
const CLAIMS_WITHIN_MS = 100_000;
/** A moment that does not come, because all was done meanwhile, is not waited for longer. */
const MOMENT_WITHIN_MS = 2_000;
/** Longer than the queue needs to give a killed worker's jobs to the next one, twice. */
const CONTROL_SHOWS_WITHIN_MS = 90_000;
const CONTROL_POINTS = 6;

/** A point is one reminder in the hands of a worker that was killed: claimed by the log, not delivered by the log. */
const run = faultRun('kill -9 between claimed and delivered', { inTests: 12, inFull: 1_000 });

/** When the worker is killed, after it claimed something. */
type Moment = (worker: KillableWorker, stage: ReminderStage) => Promise<unknown>;
/** The mail is in, and the worker does not know yet. */
const mailIsIn: Moment = (_, stage) => Promise.race([stage.mailbox.nextTransmission(), patience()]);
const MOMENTS: readonly Moment[] = [
  // Any time: a mail is being made or on its way.
  () => new Promise((resolve) => setTimeout(resolve, run.random.int(0, 100))),
  mailIsIn,
  // The worker knows, and nothing is kept yet.
  (worker) => worker.logged('reminder delivered', MOMENT_WITHIN_MS),
  // It took another one off the queue, and nothing is claimed yet.
  (worker) => worker.logged('job claimed', MOMENT_WITHIN_MS),
];

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, MOMENT_WITHIN_MS));

describe(`a worker that is killed with reminders in its hands (seed ${run.seed})`, () => {
  const stages: ReminderStage[] = [];

  afterAll(async () => {
    for (const stage of stages) await stage.close();
  });

  async function stageOf(name: string, answersAfterMs: number): Promise<ReminderStage> {
    const stage = await ReminderStage.open({ name, answersAfterMs, republishAfterMs: 5_000 });
    stages.push(stage);
    return stage;
  }

  /** Kills workers until so many reminders were in their hands. */
  async function killed(
    stage: ReminderStage,
    environment: Readonly<Record<string, string>>,
    { wanted, moments }: { readonly wanted: number; readonly moments: readonly Moment[] },
  ): Promise<{ readonly kills: number; readonly points: number }> {
    let [kills, points] = [0, 0];
    for (let round = 0; points < wanted; round += 1) {
      if (round > 10 + wanted * 3) throw new Error(`Only ${points} reminders were in the hands of ${round} workers.`);
      await stage.announce(Math.max(0, AT_HAND - (await stage.untouched())));
      const worker = new KillableWorker(environment, undefined, BENCH_WORKER);
      await worker.claimed(run.random.int(1, 4), CLAIMS_WITHIN_MS);
      await moments[run.random.int(0, moments.length - 1)]?.(worker, stage);
      const inHand = (await worker.kill()).length;
      kills += inHand > 0 ? 1 : 0;
      points += inHand;
      if (round % 50 === 49) run.report({ kills, points });
    }
    return { kills, points };
  }

  it(`loses none and sends none twice over ${run.rounds} reminders in the hands of killed workers`, async () => {
    const stage = await stageOf('kill', 200);
    const { kills, points } = await killed(stage, stage.environment, { wanted: run.rounds, moments: MOMENTS });
    const killedAt = Date.now();
    const worker = new KillableWorker(stage.environment, undefined, BENCH_WORKER);
    const isDone = await stage.allDone(ALL_DONE_WITHIN_MS);
    const afterMs = Date.now() - killedAt;
    await worker.stop();
    const outcome = await stage.outcome();
    const [tries] = await stage.rows<{ n: number }>('select max(attempts) as n from reminder');
    const transmissions = stage.mailbox.transmissions();
    run.report({ kills, points, afterMs, transmissions, ...figures(outcome) });
    expect({ isDone, ...outcome }).toEqual({ isDone: true, ...allReceivedOnce(outcome.reminders) });
    // The kills came into the middle: something was tried again.
    expect(tries?.n).toBeGreaterThan(1);
  }, 14_400_000);

  it('is shown by a control: without outbox and idempotency key the same kills lose some or send some twice', async () => {
    const stage = await stageOf('naive', 1_000);
    const environment = { ...stage.environment, FAULT_BENCH_NAIVE: '1' };
    const { kills, points } = await killed(stage, environment, { wanted: CONTROL_POINTS, moments: [mailIsIn] });
    const worker = new KillableWorker(environment, undefined, BENCH_WORKER);
    // Until one came twice, or what is lost can come no more.
    let outcome = await stage.outcome();
    for (const until = Date.now() + CONTROL_SHOWS_WITHIN_MS; outcome.twice === 0 && Date.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      outcome = await stage.outcome();
    }
    await worker.stop();
    const { reminders, lost, twice } = outcome;
    run.report({ control: 1, kills, points, reminders, notReceivedYet: lost, twice });
    expect(outcome.lost + outcome.twice).toBeGreaterThan(0); // else the run above shows nothing
  }, 400_000);
});

const figures = ({ reminders, lost, twice }: ReminderOutcome): Readonly<Record<string, number>> => ({
  reminders,
  lost,
  twice,
});
