import { Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { JobHandler, ScheduleHandler } from './job-context';
import {
  declaredJobs,
  declaredSchedules,
  type JobData,
  type JobDefinition,
  type ScheduleDefinition,
} from './job-definition';

const HANDLES_JOB = 'tonggong:handles-job';
const HANDLES_SCHEDULE = 'tonggong:handles-schedule';

/** Marks the class that does a kind of job. */
export const HandlesJob = <D extends JobData>(definition: JobDefinition<D>): ClassDecorator =>
  SetMetadata(HANDLES_JOB, definition.name);

/** Marks the class that runs on a schedule. */
export const HandlesSchedule = (definition: ScheduleDefinition): ClassDecorator =>
  SetMetadata(HANDLES_SCHEDULE, definition.name);

/** Knows which class does which job. */
@Injectable()
export class JobRegistry {
  private readonly jobs = new Map<string, JobHandler>();
  private readonly schedules = new Map<string, ScheduleHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Collects the handlers. Throws when a declared job or schedule has none or two, or one that acts for a member does not end without her: missing wiring must stop the start, not lose a job. */
  collect(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || instance === null || typeof instance !== 'object') continue;
      this.register(this.jobs, this.reflector.get<string | undefined>(HANDLES_JOB, metatype), instance as JobHandler);
      this.register(
        this.schedules,
        this.reflector.get<string | undefined>(HANDLES_SCHEDULE, metatype),
        instance as ScheduleHandler,
      );
    }
    const missing = [
      ...declaredJobs().filter((job) => !this.jobs.has(job.name)),
      ...declaredSchedules().filter((schedule) => !this.schedules.has(schedule.name)),
    ];
    if (missing.length > 0) throw new Error(`No handler for: ${missing.map(({ name }) => name).join(', ')}`);
    const stranded = declaredJobs().filter(
      ({ name, actsAs }) => actsAs === 'ORIGINATOR' && this.jobs.get(name)?.requesterGone === undefined,
    );
    if (stranded.length > 0)
      throw new Error(
        `Nothing ends what waits when its member is gone: ${stranded.map(({ name }) => name).join(', ')}`,
      );
  }

  /** The handler of a job; throws for a name that nobody declared. */
  handlerOf(name: string): JobHandler {
    const handler = this.jobs.get(name);
    if (handler === undefined) throw new Error(`No handler for the job ${name}.`);
    return handler;
  }

  /** The handler of a schedule; throws for a name that nobody declared. */
  scheduleOf(name: string): ScheduleHandler {
    const handler = this.schedules.get(name);
    if (handler === undefined) throw new Error(`No handler for the schedule ${name}.`);
    return handler;
  }

  private register<H>(into: Map<string, H>, name: string | undefined, handler: H): void {
    if (name === undefined || into.get(name) === handler) return;
    if (into.has(name)) throw new Error(`Two handlers for ${name}.`);
    into.set(name, handler);
  }
}
