import { Module } from '@nestjs/common';
import { FilesModule } from '#features/files';
import { ImportBatches } from './import-batches';
import { ImportEngine } from './import-engine';
import { ImportFileService } from './import-file.service';
import { ImportHandlers } from './import-handlers';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';

/** What does imports; the features whose tables are filled bring their handlers in modules of their own. */
@Module({
  imports: [FilesModule],
  providers: [ImportEngine, ImportBatches, ImportHandlers, ImportsRepository, ImportsService, ImportFileService],
  exports: [ImportEngine, ImportFileService, ImportsService],
})
export class ImportsEngineModule {}
