import { Module } from '@nestjs/common';
import { ImportRequestedProcessor } from './import-requested.processor';
import { ImportSweepProcessor } from './import-sweep.processor';
import { ImportsEngineModule } from './imports-engine.module';

/** What the worker does for imports. */
@Module({ imports: [ImportsEngineModule], providers: [ImportRequestedProcessor, ImportSweepProcessor] })
export class ImportsJobsModule {}
