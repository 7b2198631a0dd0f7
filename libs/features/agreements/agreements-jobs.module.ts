import { Module } from '@nestjs/common';
import { AgreementExpireProcessor } from './agreements.processor';
import { AgreementsRepository } from './agreements.repository';
import { AgreementsService } from './agreements.service';

/** What the worker does for agreements. */
@Module({ providers: [AgreementExpireProcessor, AgreementsService, AgreementsRepository] })
export class AgreementsJobsModule {}
