import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { DeputiesRepository } from './deputies.repository';
import { DeputiesResolver } from './deputies.resolver';
import { DeputiesService } from './deputies.service';
import { FileOpeningsReader } from './file-openings-reader';
import { FileOpeningsRepository } from './file-openings.repository';
import { FileOpeningsResolver } from './file-openings.resolver';
import { FileOpeningsService } from './file-openings.service';
import { FileSearch } from './file-search';
import { OpenedFiles } from './opened-files';
import { OpeningSentences } from './opening-sentences';
import { TransfersRepository } from './transfers.repository';
import { TransfersResolver } from './transfers.resolver';
import { TransfersService } from './transfers.service';

/** Who looks after whom, and how somebody else may look for once. */
@Module({
  imports: [ClientsModule],
  providers: [
    DeputiesResolver,
    DeputiesService,
    DeputiesRepository,
    FileOpeningsResolver,
    FileOpeningsService,
    FileOpeningsReader,
    FileOpeningsRepository,
    FileSearch,
    OpenedFiles,
    OpeningSentences,
    TransfersResolver,
    TransfersService,
    TransfersRepository,
  ],
  exports: [DeputiesService],
})
export class CaseloadsModule {}
