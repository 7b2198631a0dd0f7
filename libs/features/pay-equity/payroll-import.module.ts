import { Module } from '@nestjs/common';
import { PayrollDeclarations } from './payroll-declarations';
import { PayrollImportHandler } from './payroll-import.handler';
import { PayrollImportRepository } from './payroll-import.repository';

/** The import of payrolls, for the processes that import. */
@Module({ providers: [PayrollImportHandler, PayrollDeclarations, PayrollImportRepository] })
export class PayrollImportModule {}
