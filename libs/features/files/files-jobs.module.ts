import { Module } from '@nestjs/common';
import { FileSweepProcessor } from './file-sweep.processor';
import { FilesModule } from './files.module';

/** What the worker does for files. */
@Module({ imports: [FilesModule], providers: [FileSweepProcessor], exports: [FilesModule] })
export class FilesJobsModule {}
