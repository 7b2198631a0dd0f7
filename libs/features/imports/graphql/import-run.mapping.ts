import type { Refusal } from '#domain/common/outcome';
import { userErrorOf } from '#platform/graphql/user-error';
import type { ReadImportRun } from '../import-reader';
import type { ImportedRow } from '../imports.repository';
import { ImportRefusal, ImportRow, ImportRun } from './import-run.type';

function refusalOf(refusal: Refusal): ImportRefusal {
  const { code, field, message } = userErrorOf(refusal);
  return Object.assign(new ImportRefusal(), { code, field, message });
}

/** The schema's form of a run. */
export const importRunOf = (run: ReadImportRun): ImportRun =>
  Object.assign(new ImportRun(), { ...run, fileRefusal: run.fileRefusal === null ? null : refusalOf(run.fileRefusal) });

/** The schema's form of a row. */
export const importRowOf = (row: ImportedRow): ImportRow =>
  Object.assign(new ImportRow(), { ...row, refusals: row.refusals.map(refusalOf) });
