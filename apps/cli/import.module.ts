import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { ClientsImportModule } from '#features/clients';
import { ImportsEngineModule } from '#features/imports';
import { PayrollImportModule } from '#features/pay-equity';
import { PositionsImportModule } from '#features/positions';
import { PlatformModule } from '#platform/platform.module';

/** What an import from the command line needs: the engine and whoever fills the tables. */
@Module({})
export class ImportModule {
  static with(dataSource: DataSource): DynamicModule {
    return {
      module: ImportModule,
      imports: [
        PlatformModule.forProcess({ processName: 'cli', dataSource }),
        ImportsEngineModule,
        ClientsImportModule,
        PositionsImportModule,
        PayrollImportModule,
      ],
    };
  }
}
