/** One queue per kind of load: a flood of mail never delays a calculation. */
export const QUEUES = ['default', 'mail', 'phone', 'import', 'compute', 'placement', 'pay-check', 'schedule'] as const;

/** The name of a queue. */
export type QueueName = (typeof QUEUES)[number];

/** What a job carries besides its subject: ids, versions, days; never personal data. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** A kind of background work: announced through the outbox, done by exactly one handler. */
export interface JobDefinition<D extends JobData = JobData> {
  readonly name: string;
  readonly queue: QueueName;
  /** Tries within one publication; the relay publishes unfinished work again later. */
  readonly attempts: number;
  /** Acts as SYSTEM:<name>, or as the member who announced it, re-checked when it runs. */
  readonly actsAs: 'SYSTEM' | 'ORIGINATOR';
  /** The business key that names the job on the queue; the id of its outbox row unless told. */
  key?(data: D): string | null;
  /** The type of the data; never read at run time. */
  readonly data?: D;
}

/** Work that is due by the clock; it runs once per county and only triggers a service. */
export interface ScheduleDefinition {
  readonly name: string;
  /** Cron pattern in Asia/Shanghai. */
  readonly pattern: string;
  /** Runs also when a worker starts, so that a night without a worker is made up for. */
  readonly alsoAtStart: boolean;
}

const jobs = new Map<string, JobDefinition>();
const schedules = new Map<string, ScheduleDefinition>();

/** Declares a kind of job; a name is declared once, with '-' and '.' (BullMQ forbids ':'). Throws on a second declaration. */
export function defineJob<D extends JobData>(
  name: string,
  options: Partial<Omit<JobDefinition<D>, 'name' | 'data'>> = {},
): JobDefinition<D> {
  if (jobs.has(name)) throw new Error(`The job ${name} is declared twice.`);
  const definition: JobDefinition<D> = {
    name,
    queue: 'default',
    attempts: 5,
    actsAs: 'SYSTEM',
    ...options,
  };
  jobs.set(name, definition);
  return definition;
}

/** Declares work that is due by the clock. Throws on a second declaration. */
export function defineSchedule(
  name: string,
  pattern: string,
  options: { alsoAtStart?: boolean } = {},
): ScheduleDefinition {
  if (schedules.has(name)) throw new Error(`The schedule ${name} is declared twice.`);
  const definition: ScheduleDefinition = { name, pattern, alsoAtStart: options.alsoAtStart ?? false };
  schedules.set(name, definition);
  return definition;
}

/** All declared kinds of jobs. */
export const declaredJobs = (): readonly JobDefinition[] => [...jobs.values()];

/** All declared schedules. */
export const declaredSchedules = (): readonly ScheduleDefinition[] => [...schedules.values()];
