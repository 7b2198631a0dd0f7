import type pg from 'pg';
import type { CountyKeys } from '#platform/crypto/county-keys';
import type { FileStore } from '#platform/files/file-store';

/** What a rotation works with: one connection under tonggong_migrate, outside any transaction. */
export interface RotationTools {
  readonly client: pg.Client;
  readonly masterKey: Buffer;
  readonly store: FileStore;
  readonly batchSize: number;
  /** Called after each committed batch with what was done, for the person at the terminal. */
  readonly onBatch: (step: string, rows: number) => void;
}

/** One county in rotation. */
export interface Rotation extends RotationTools {
  readonly countyId: string;
  readonly keys: CountyKeys;
}
