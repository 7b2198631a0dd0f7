import path from 'node:path';
import { createHash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { TrainingPlanProblem } from '#domain/training-plan/plan-problem';
import type { TrainingPlan } from '#domain/training-plan/settle-plan';
import { PLANNER_VERSION } from '#domain/training-plan/solve-plan';
import { WarmThread } from '#platform/jobs/warm-thread';
import { Logger } from '#platform/logging/logger';

/** A plan under way or settled; null until the heuristic's is there. */
interface Remembered {
  plan: TrainingPlan | null;
  readonly settled: Promise<void>;
}

const HEAP_MEGABYTES = 512;
/** A plan is a function of its input: it is remembered by the input's digest, and costs nothing when it is lost. */
const MOST_REMEMBERED = 60;
/** More than this many waiting plans are not taken on; who asks again meets a shorter queue. */
const MOST_WAITING = 12;
/** How long an answer waits for a settled plan before it gives what there is. */
const PATIENCE_MS = 200;

/** Settles plans on a thread beside the one that answers, one at a time, and remembers them. */
@Injectable()
export class PlanMemory implements OnModuleDestroy {
  private readonly thread = new WarmThread<TrainingPlanProblem, TrainingPlan, TrainingPlan>(
    path.join(__dirname, 'plan-thread.js'),
    HEAP_MEGABYTES,
  );
  private readonly remembered = new Map<string, Remembered>();
  private readonly ending = new AbortController();
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly log: Logger) {}

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.queue;
    await this.thread.stop();
  }

  /** The best plan there is within a moment; null where nobody has begun with it yet. */
  async planFor(problem: TrainingPlanProblem): Promise<TrainingPlan | null> {
    const work = this.recalled(digestOf(problem), problem);
    if (work === null) return null;
    await Promise.race([work.settled, pause(PATIENCE_MS)]);
    return work.plan;
  }

  private recalled(digest: string, problem: TrainingPlanProblem): Remembered | null {
    const known = this.remembered.get(digest);
    if (known !== undefined) {
      this.remembered.delete(digest);
      this.remembered.set(digest, known); // the last asked for is forgotten last
      return known;
    }
    if (this.waiting >= MOST_WAITING) return null;
    const work = this.begun(digest, problem);
    this.remembered.set(digest, work);
    for (const oldest of this.remembered.keys()) {
      if (this.remembered.size <= MOST_REMEMBERED) break;
      this.remembered.delete(oldest);
    }
    return work;
  }

  private begun(digest: string, problem: TrainingPlanProblem): Remembered {
    this.waiting++;
    const settled = this.queue.then(() => this.settle(digest, problem, work));
    const work: Remembered = { plan: null, settled };
    this.queue = settled;
    return work;
  }

  /** A plan that failed is forgotten, so that the next question begins anew. */
  private async settle(digest: string, problem: TrainingPlanProblem, work: Remembered): Promise<void> {
    try {
      work.plan = await this.thread.run({
        input: problem,
        transfer: [],
        onProgress: (plan) => (work.plan = plan),
        signal: this.ending.signal,
      });
    } catch (error) {
      this.remembered.delete(digest);
      if (!this.ending.signal.aborted) this.log.error('a training plan was not settled', {}, error);
    } finally {
      this.waiting--;
    }
  }
}

const digestOf = (problem: TrainingPlanProblem): string =>
  createHash('sha256')
    .update(JSON.stringify([PLANNER_VERSION, problem]))
    .digest('hex');

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
