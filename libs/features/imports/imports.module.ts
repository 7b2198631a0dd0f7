import { Module } from '@nestjs/common';
import { FilesModule } from '#features/files';
import { MemberLimitsModule } from '#platform/http/member-limits.module';
import { ImportReader } from './import-reader';
import { ImportsRepository } from './imports.repository';
import { ImportsResolver } from './imports.resolver';
import { ImportsService } from './imports.service';
import { RefusedRowsController } from './refused-rows.controller';

/** Imports as the API serves them: starting, following, and the refused rows. */
@Module({
  imports: [FilesModule, MemberLimitsModule],
  controllers: [RefusedRowsController],
  providers: [ImportsResolver, ImportsService, ImportReader, ImportsRepository],
})
export class ImportsModule {}
