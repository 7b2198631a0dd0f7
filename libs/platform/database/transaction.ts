import type { EntityManager } from 'typeorm';
import type { Actor } from '#domain/common/actor';

/**
 * One open transaction and the actor it acts for. The row-level-security context of the connection was set from
 * this same actor, so that the two can never differ; services and repositories take it as their first parameter.
 */
export interface Tx {
  readonly actor: Actor;
  /** The instant of the use case: one value for everything it writes. */
  readonly now: Date;
  /** Writes through entities: `insert`, `update`, `delete`. Never `save()`, which reads before it writes. */
  readonly manager: EntityManager;
  /** Runs one named query and gives its rows, lean: no entities are built. */
  query<T extends object>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}
