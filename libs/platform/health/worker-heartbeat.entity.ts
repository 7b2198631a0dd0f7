import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/county-row.entity';

/** The sign of life of one worker process. Global: a worker serves every county. */
@Entity({ name: 'worker_heartbeat' })
export class WorkerHeartbeat {
  /** Host and process, unique while it runs. */
  @PrimaryColumn({ name: 'worker_id', type: 'text' })
  workerId: string;

  @InstantColumn('seen_at')
  seenAt: Date;
}
