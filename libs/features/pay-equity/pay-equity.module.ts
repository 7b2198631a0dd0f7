import { Module } from '@nestjs/common';
import { AgreementsModule } from '#features/agreements';
import { ClientsModule } from '#features/clients';
import { ConsentModule } from '#features/consent';
import { FilesModule } from '#features/files';
import { NotificationsModule } from '#features/notifications';
import { OrganisationsModule } from '#features/organisations';
import { ParametersModule } from '#features/parameters';
import { TasksModule } from '#features/tasks';
import { ClientFindingService } from './client-finding.service';
import { FindingAnswersService } from './finding-answers.service';
import { FindingClockResolver } from './finding-clock.resolver';
import { FindingDueRepository } from './finding-due.repository';
import { FindingEvidenceController } from './finding-evidence.controller';
import { FindingAuthoritiesResolver, FindingFactsResolver } from './finding-facts.resolver';
import { FindingHistoryRepository } from './finding-history.repository';
import { FindingLetters } from './finding-letters';
import { FindingLettersController } from './finding-letters.controller';
import { FindingReviewService } from './finding-review.service';
import { FindingSidesReader } from './finding-sides-reader';
import { FindingSidesRepository } from './finding-sides.repository';
import { EnterpriseFindingsResolver, MyFindingsResolver } from './finding-sides.resolver';
import { FindingStep } from './finding-step';
import { FindingStepsRepository } from './finding-steps.repository';
import { FindingStepsResolver } from './finding-steps.resolver';
import { FindingTriageService } from './finding-triage.service';
import { PayCheckRunsReader } from './pay-check-runs-reader';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckRunsService } from './pay-check-runs.service';
import { MinimumWageEffectRepository } from './minimum-wage-effect.repository';
import { MinimumWageEffectResolver } from './minimum-wage-effect.resolver';
import { PayChecksResolver } from './pay-checks.resolver';
import { PayFindingsReader } from './pay-findings-reader';
import { PayFindingsRepository } from './pay-findings.repository';
import { ClientPayFindingsResolver, PayFindingsResolver } from './pay-findings.resolver';
import { PayOverviewRepository } from './pay-overview.repository';
import {
  PayCoverageResolver,
  PayGapGroupResolver,
  PayGroupTestResolver,
  PayOverviewResolver,
} from './pay-overview.resolver';
import { PayOverviewService } from './pay-overview.service';
import { PayTasksRepository } from './pay-tasks.repository';
import { PayTasksResolver } from './pay-tasks.resolver';
import { PayTasksService } from './pay-tasks.service';
import { PayrollDeclarations } from './payroll-declarations';
import { PayrollEntryService } from './payroll-entry.service';
import { PayrollImportRepository } from './payroll-import.repository';
import { PayrollLinesRepository } from './payroll-lines.repository';
import { PayrollMappingService } from './payroll-mapping.service';
import { PayrollMonthsRepository } from './payroll-months.repository';
import { PayrollMonthsService } from './payroll-months.service';
import { PayrollTemplateController } from './payroll-template.controller';
import { PayrollTrialRepository } from './payroll-trial.repository';
import { PayrollTrialService } from './payroll-trial.service';
import { PayrollResolver } from './payroll.resolver';
import { SlotDecisionsResolver } from './slot-decisions.resolver';
import { SlotDecisionsService } from './slot-decisions.service';

/** Equal pay for equal work. */
@Module({
  imports: [
    AgreementsModule,
    ClientsModule,
    ConsentModule,
    FilesModule,
    NotificationsModule,
    OrganisationsModule,
    ParametersModule,
    TasksModule,
  ],
  controllers: [FindingEvidenceController, FindingLettersController, PayrollTemplateController],
  providers: [
    MinimumWageEffectRepository,
    MinimumWageEffectResolver,
    PayrollResolver,
    PayrollDeclarations,
    PayrollEntryService,
    PayrollImportRepository,
    PayrollLinesRepository,
    PayrollMappingService,
    PayrollTrialRepository,
    PayrollTrialService,
    PayChecksResolver,
    PayFindingsResolver,
    ClientPayFindingsResolver,
    PayCheckRunsService,
    PayCheckRunsReader,
    PayCheckRunsRepository,
    PayFindingsReader,
    PayFindingsRepository,
    PayOverviewRepository,
    PayOverviewService,
    PayOverviewResolver,
    PayCoverageResolver,
    PayGapGroupResolver,
    PayGroupTestResolver,
    PayTasksRepository,
    PayTasksService,
    PayTasksResolver,
    PayrollMonthsService,
    PayrollMonthsRepository,
    FindingStepsResolver,
    FindingFactsResolver,
    FindingClockResolver,
    FindingAuthoritiesResolver,
    EnterpriseFindingsResolver,
    MyFindingsResolver,
    FindingTriageService,
    ClientFindingService,
    FindingAnswersService,
    FindingReviewService,
    FindingSidesReader,
    FindingSidesRepository,
    FindingHistoryRepository,
    FindingLetters,
    FindingDueRepository,
    SlotDecisionsResolver,
    SlotDecisionsService,
    FindingStep,
    FindingStepsRepository,
  ],
  exports: [PayFindingsReader],
})
export class PayEquityModule {}
