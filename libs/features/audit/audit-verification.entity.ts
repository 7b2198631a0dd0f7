import { Index } from 'typeorm';
import { MOST_LINKS } from '#platform/audit/audit-link.entity';
import { CHAIN_PROBLEMS, type ChainProblem } from '#platform/audit/verify-chain';
import {
  CountyRow,
  CountyTable,
  InstantColumn,
  OneOf,
  OPTIONAL,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** What one walk along the county's audit chain found. */
@CountyTable('audit_verification')
@Index(['countyId', 'verifiedAt'])
export class AuditVerification extends CountyRow {
  @InstantColumn('verified_at')
  verifiedAt: Date;

  /** Links walked. */
  @WholeColumn('entries', 0, MOST_LINKS)
  entries: number;

  /** Up to here an anchor outside the database vouches. */
  @WholeColumn('anchored_sequence', 0, MOST_LINKS)
  anchoredSequence: number;

  /** Null = intact. */
  @OneOf('problem', CHAIN_PROBLEMS, OPTIONAL)
  problem: ChainProblem | null;

  @WholeColumn('problem_sequence', 0, MOST_LINKS, OPTIONAL)
  problemSequence: number | null;
}
