import { Unique } from 'typeorm';
import {
  BytesColumn,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  TextColumn,
} from '../database/county-row.entity';

/** The receipt of a command: the same key and input is answered anew from the stored id, never done twice. */
@CountyTable('command_receipt')
@Unique(['countyId', 'accountId', 'idempotencyKey'])
export class CommandReceipt extends CountyRow {
  @IdColumn('account_id')
  accountId: string;

  @IdColumn('idempotency_key')
  idempotencyKey: string;

  /** Name of the mutation field. */
  @TextColumn('command')
  command: string;

  @BytesColumn('input_hash')
  inputHash: Buffer;

  /** Id of the row that the command made or changed; null only inside the command's own transaction. */
  @IdColumn('result_id', OPTIONAL)
  resultId: string | null;

  @InstantColumn('created_at')
  createdAt: Date;
}
