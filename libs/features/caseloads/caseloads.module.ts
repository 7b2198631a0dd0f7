import { Module } from '@nestjs/common';
import { DeputiesRepository } from './deputies.repository';
import { DeputiesResolver } from './deputies.resolver';
import { DeputiesService } from './deputies.service';

/** Who looks after whom. */
@Module({ providers: [DeputiesResolver, DeputiesService, DeputiesRepository], exports: [DeputiesService] })
export class CaseloadsModule {}
