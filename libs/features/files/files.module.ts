import { Module } from '@nestjs/common';
import { MemberLimitsModule } from '#platform/http/member-limits.module';
import { FilesController } from './files.controller';
import { FilesRepository } from './files.repository';
import { FilesService } from './files.service';

/** Files that people send: `POST /files`, and opening them for other features. */
@Module({
  imports: [MemberLimitsModule],
  controllers: [FilesController],
  providers: [FilesService, FilesRepository],
  exports: [FilesService],
})
export class FilesModule {}
