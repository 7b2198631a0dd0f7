import { Module } from '@nestjs/common';
import { FilesModule } from '#features/files';
import { ReferralsModule } from '#features/referrals';
import { ParametersModule } from '#features/parameters';
import { TasksModule } from '#features/tasks';
import { ClientErasureRepository } from './client-erasure.repository';
import { ClientErasure } from './client-erasure.service';
import { ClientCopy } from './client-copy';
import { ClientCopyRepository } from './client-copy.repository';
import { CorrectionRequestedProcessor } from './corrections.processor';
import { CorrectionsRepository } from './corrections.repository';
import { CorrectionsService } from './corrections.service';
import { DataExportProcessor } from './data-exports.processor';
import { DataExportsRepository } from './data-exports.repository';
import { ErasureReplay } from './erasure-replay.service';
import { ErasureRequestsRepository } from './erasure-requests.repository';
import { ErasureConfirmedProcessor, ErasureRequestedProcessor } from './erasures.processor';
import { ErasuresService } from './erasures.service';
import { RetentionProcessor } from './retention.processor';
import { RetentionRepository } from './retention.repository';

const erasure = [ClientErasure, ClientErasureRepository];

/** Erasing people again after a restore. */
@Module({ imports: [FilesModule, ReferralsModule], providers: [...erasure, ErasureReplay], exports: [ErasureReplay] })
export class ErasureReplayModule {}

/** What the worker does for people's data: erases, and lets go of what has had its time. */
@Module({
  imports: [FilesModule, ParametersModule, ReferralsModule, TasksModule],
  providers: [
    ...erasure,
    ErasureRequestsRepository,
    ErasuresService,
    ErasureRequestedProcessor,
    ErasureConfirmedProcessor,
    RetentionRepository,
    RetentionProcessor,
    CorrectionRequestedProcessor,
    CorrectionsRepository,
    CorrectionsService,
    ClientCopy,
    ClientCopyRepository,
    DataExportsRepository,
    DataExportProcessor,
  ],
})
export class DataRightsJobsModule {}
