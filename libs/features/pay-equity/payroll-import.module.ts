import { Module } from '@nestjs/common';
import { PayrollImportHandler } from './payroll-import.handler';
import { PayrollImportRepository } from './payroll-import.repository';

/** The import of payrolls, for the processes that import. */
@Module({ providers: [PayrollImportHandler, PayrollImportRepository] })
export class PayrollImportModule {}
