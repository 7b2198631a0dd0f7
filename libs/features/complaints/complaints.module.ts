import { Module } from '@nestjs/common';
import { ParametersModule } from '#features/parameters';
import { ComplaintsReader } from './complaints-reader';
import { ComplaintsRepository } from './complaints.repository';
import { ComplaintsResolver } from './complaints.resolver';
import { ComplaintsService } from './complaints.service';

/** Complaints of clients and their answers. */
@Module({
  imports: [ParametersModule],
  providers: [ComplaintsResolver, ComplaintsService, ComplaintsReader, ComplaintsRepository],
})
export class ComplaintsModule {}
