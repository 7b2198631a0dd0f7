import { Module } from '@nestjs/common';
import { AgreementsModule } from '#features/agreements';
import { ClientsModule } from '#features/clients';
import { OrganisationsModule } from '#features/organisations';
import { ParametersModule } from '#features/parameters';
import { PayCheckRunsReader } from './pay-check-runs-reader';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckRunsService } from './pay-check-runs.service';
import { PayChecksResolver } from './pay-checks.resolver';
import { PayFindingsReader } from './pay-findings-reader';
import { PayFindingsRepository } from './pay-findings.repository';
import { ClientPayFindingsResolver, PayFindingsResolver } from './pay-findings.resolver';
import { PayrollMonthsRepository } from './payroll-months.repository';
import { PayrollMonthsService } from './payroll-months.service';

/** Equal pay for equal work. */
@Module({
  imports: [AgreementsModule, ClientsModule, OrganisationsModule, ParametersModule],
  providers: [
    PayChecksResolver,
    PayFindingsResolver,
    ClientPayFindingsResolver,
    PayCheckRunsService,
    PayCheckRunsReader,
    PayCheckRunsRepository,
    PayFindingsReader,
    PayFindingsRepository,
    PayrollMonthsService,
    PayrollMonthsRepository,
  ],
  exports: [PayFindingsReader],
})
export class PayEquityModule {}
