import { parentPort } from 'node:worker_threads';
import type { TrainingPlanProblem } from '#domain/training-plan/plan-problem';
import { settlePlan, type TrainingPlan } from '#domain/training-plan/settle-plan';
import type { ThreadMessage } from '#platform/jobs/warm-thread';
import { loadPackingSolver } from '#platform/optimisation/packing-solver';

const tell = (message: ThreadMessage<TrainingPlan, TrainingPlan>): void => parentPort?.postMessage(message);

const loaded = loadPackingSolver();

/** Settles one plan; the process is told of each that is found on the way. */
async function answer(problem: TrainingPlanProblem): Promise<void> {
  try {
    const solver = await loaded;
    tell({ kind: 'RESULT', result: settlePlan(problem, solver, (progress) => tell({ kind: 'PROGRESS', progress })) });
  } catch (error) {
    tell({ kind: 'FAULT', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (problem: TrainingPlanProblem) => void answer(problem));
