import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What this process counts of itself. Labels are names of jobs and queues: never ids, never anything about a person. */
export const metrics = new Registry();

const registers = [metrics];

/** Denials written to the audit trail by this process. */
export const denials = new Counter({
  name: 'tonggong_denials_total',
  help: 'Acts that were denied and written to the audit trail.',
  registers,
});

/** How long jobs take, from the claim to the end. */
export const jobSeconds = new Histogram({
  name: 'tonggong_job_seconds',
  help: 'Time from the claim of a job to its end.',
  labelNames: ['job', 'outcome'] as const,
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
  registers,
});

/** How long jobs wait, from the instant they are due to the claim. */
export const jobWaitSeconds = new Histogram({
  name: 'tonggong_job_wait_seconds',
  help: 'Time from the instant a job was due to its claim.',
  labelNames: ['job'] as const,
  buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 3_600],
  registers,
});

/** Jobs that wait for a person because their tries are used up. */
export const deadLetters = new Counter({
  name: 'tonggong_dead_letters_total',
  help: 'Jobs given up by this process; they wait for a person.',
  registers,
});

/** Adds a figure that is read when somebody asks. */
export function gauge(name: string, help: string, read: () => number | Promise<number>): void {
  metrics.removeSingleMetric(name); // a second application in one process takes the place of the first
  new Gauge({
    name,
    help,
    registers,
    async collect() {
      this.set(await read());
    },
  });
}
