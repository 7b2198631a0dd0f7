import { Module } from '@nestjs/common';
import { MatchingModule } from '#features/matching';
import { ReferralsModule } from '#features/referrals';
import { BatchCommitExecution } from './batch-commit-execution';
import { BatchSolveExecution } from './batch-solve-execution';
import { GroupPlacementModule } from './group-placement.module';
import { BatchCommitProcessor, BatchSolveProcessor } from './group-placement.processor';
import { PlacementThread } from './placement-thread';

/** What the worker does for group placement: runs of the solver on a thread of its own, and commits. */
@Module({
  imports: [GroupPlacementModule, MatchingModule, ReferralsModule],
  providers: [BatchSolveExecution, BatchCommitExecution, BatchSolveProcessor, BatchCommitProcessor, PlacementThread],
})
export class GroupPlacementJobsModule {}
