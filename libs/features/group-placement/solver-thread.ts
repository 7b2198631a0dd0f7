import { parentPort } from 'node:worker_threads';
import type { BatchSolvePhase } from '#domain/group-placement/batch-codes';
import { runBatch } from '#domain/group-placement/batch-run';
import { NO_DECISIONS } from '#domain/group-placement/decisions';
import { readInstance } from '#domain/group-placement/placement-instance';
import { refused } from '#domain/common/outcome';
import type { ThreadMessage } from '#platform/jobs/warm-thread';
import type { SolverAnswer, SolverInput } from './solver-work';

type Message = ThreadMessage<BatchSolvePhase, SolverAnswer>;

const WARM_CLIENTS = 200;
const WARM_SLOTS = 40;
const WARM_ROUNDS = 5;

/** The whole computation of one run. Runs in a thread of its own: it may take as long as it takes. */
function answerTo({ file, decisions }: SolverInput): SolverAnswer {
  const startedAt = performance.now();
  const instance = readInstance(file);
  const outcome = instance.ok
    ? runBatch(instance.value, decisions, (phase) => tell({ kind: 'PROGRESS', progress: phase }))
    : refused(...instance.refusals);
  return { outcome, solverMillis: Math.round(performance.now() - startedAt) };
}

/** Solves an invented cohort a few times, so that the first real one meets compiled code. */
function warmUp(): void {
  const places = Array.from({ length: WARM_CLIENTS }, (_, i) => [i % WARM_SLOTS, (i * 7 + 3) % WARM_SLOTS]);
  const file = {
    n: WARM_CLIENTS,
    m: WARM_SLOTS,
    cap: Array.from({ length: WARM_SLOTS }, () => 3),
    ptr: Array.from({ length: WARM_CLIENTS + 1 }, (_, i) => 2 * i),
    col: places.flat(),
    w: places.flat().map((slot, e) => (slot * 97 + e * 31) % 10_000),
  };
  const instance = readInstance(file);
  if (!instance.ok) throw new Error('The invented cohort is none.');
  for (let round = 0; round < WARM_ROUNDS; round++) runBatch(instance.value, NO_DECISIONS);
}

const tell = (message: Message): void => parentPort?.postMessage(message);

warmUp();
parentPort?.on('message', (input: SolverInput) => {
  try {
    tell({ kind: 'RESULT', result: answerTo(input) });
  } catch (error) {
    tell({ kind: 'FAULT', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
