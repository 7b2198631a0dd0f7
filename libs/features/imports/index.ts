export { ImportsModule } from './imports.module';
export { ImportsJobsModule } from './imports-jobs.module';
export { ImportsEngineModule } from './imports-engine.module';
export { ImportFileService, type ImportFile, type ImportReport } from './import-file.service';
export { HandlesImport, rowRefused, type ImportHandler, type ImportSubject, type RowEffect } from './import-handler';
export { checkedPeriod } from './imports.service';
export { csvRow } from './refused-csv';
export { planImport, readTable, withoutIdentityNumbers, type ImportPlan, type PlannedRow } from './import-plan';
export { updateRows, type SetValue } from './set-rows';
