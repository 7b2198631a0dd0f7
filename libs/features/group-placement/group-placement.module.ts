import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { MatchingModule } from '#features/matching';
import { PositionsModule } from '#features/positions';
import { ReferralsModule } from '#features/referrals';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { BatchApprovalService } from './batch-approval.service';
import { BatchCapacityReader } from './batch-capacity-reader';
import { BatchCohortResolver } from './batch-cohort.resolver';
import { BatchCohortService } from './batch-cohort.service';
import { BatchCommitService } from './batch-commit.service';
import {
  BatchAssignmentResolver,
  BatchCapacityLineResolver,
  BatchOverrideResolver,
  BatchRowsResolver,
  OverrideMoveResolver,
  UnplacedGroupResolver,
} from './batch-fields.resolver';
import { BatchOverridesResolver } from './batch-overrides.resolver';
import { BatchOverridesService } from './batch-overrides.service';
import { BatchCohortRepository } from './batch-cohort.repository';
import { BatchCommitRepository } from './batch-commit.repository';
import { BatchExplainer } from './batch-explainer';
import { BatchFactsRepository } from './batch-facts.repository';
import { BatchInstancesRepository } from './batch-instances.repository';
import { BatchOverridesRepository } from './batch-overrides.repository';
import { BatchResultsRepository } from './batch-results.repository';
import { BatchSolveKeeper } from './batch-solve-keeper';
import { BatchFilesController } from './batch-files.controller';
import { BatchFilesRepository } from './batch-files.repository';
import { BatchFilesService } from './batch-files.service';
import { BatchReader } from './batch-reader';
import { BatchRowsReader } from './batch-rows-reader';
import { BatchRowsRepository } from './batch-rows.repository';
import { BatchSolvesRepository } from './batch-solves.repository';
import { BatchSolvesService } from './batch-solves.service';
import { BatchWhatIf } from './batch-what-if';
import { PlacementBatchesRepository } from './placement-batches.repository';
import { PlacementBatchesResolver } from './placement-batches.resolver';
import { PlacementBatchesService } from './placement-batches.service';

constraintMeans('batch_assignment_open_once_idx', 'IN_ANOTHER_BATCH', ['clientIds']);
constraintMeans('batch_solve_one_open_idx', 'SOLVE_RUNNING', ['id']);
constraintMeans('placement_batch_other_person_check', 'SAME_PERSON', ['id']);

const services = [
  BatchFilesRepository,
  BatchFilesService,
  BatchSolveKeeper,
  BatchResultsRepository,
  BatchOverridesRepository,
  BatchInstancesRepository,
  BatchFactsRepository,
  BatchExplainer,
  BatchCommitRepository,
  BatchCohortRepository,
  PlacementBatchesRepository,
  BatchSolvesRepository,
  BatchRowsRepository,
  BatchCapacityReader,
  PlacementBatchesService,
  BatchApprovalService,
  BatchSolvesService,
  BatchCommitService,
  BatchCohortService,
  BatchWhatIf,
  BatchOverridesService,
  BatchReader,
  BatchRowsReader,
];

const resolvers = [
  PlacementBatchesResolver,
  BatchCohortResolver,
  BatchOverridesResolver,
  BatchRowsResolver,
  BatchAssignmentResolver,
  BatchOverrideResolver,
  UnplacedGroupResolver,
  BatchCapacityLineResolver,
  OverrideMoveResolver,
];

/** Group placement: cohorts, runs of the solver, review, approval, commit. */
@Module({
  imports: [ClientsModule, MatchingModule, PositionsModule, ReferralsModule],
  controllers: [BatchFilesController],
  providers: [...services, ...resolvers],
  exports: services,
})
export class GroupPlacementModule {}
