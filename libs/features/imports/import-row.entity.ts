import { Check, Index, Unique } from 'typeorm';
import { ImportRowResult } from '#domain/imports/import-codes';
import {
  BytesColumn,
  CountyRow,
  CountyTable,
  DayColumn,
  IdColumn,
  JsonColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** What became of one row of a file; its cells are encrypted and destroyed after 7 days. */
@CountyTable('import_row')
@RefersTo('import_run', 'runId')
@Unique(['countyId', 'runId', 'rowNumber'])
@Index(['countyId', 'runId', 'result', 'rowNumber'])
@Index(['countyId', 'keepUntil'])
@Check('import_row_refused_check', `(result = 'REFUSED') = (jsonb_array_length(refusals) > 0)`)
export class ImportRow extends CountyRow {
  @IdColumn('run_id')
  runId: string;

  /** As counted in the file, the header being row 1. */
  @WholeColumn('row_number', 1, 1_048_576)
  rowNumber: number;

  @OneOf('result', ImportRowResult)
  result: ImportRowResult;

  /** The row's key: a file number, a position number, a pseudonym; null where it has none. */
  @TextColumn('key', OPTIONAL)
  key: string | null;

  /** The row that was made or changed. */
  @IdColumn('subject_id', OPTIONAL)
  subjectId: string | null;

  /** Encrypted: the cells as they came. Null once destroyed. */
  @BytesColumn('cells_enc', OPTIONAL)
  cellsEnc: Buffer | null;

  /** [{ code, field, detail }] */
  @JsonColumn('refusals', { default: [] })
  refusals: object[];

  /** Last day on which the cells are kept. */
  @DayColumn('keep_until')
  keepUntil: string;
}
