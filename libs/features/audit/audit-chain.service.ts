import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { done, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { AnchorBook } from '#platform/audit/anchor-book';
import { Audit } from '#platform/audit/audit';
import { verifyChain, type ChainState } from '#platform/audit/verify-chain';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { Outbox } from '#platform/outbox/outbox';
import { AuditVerify } from './audit.jobs';
import { AuditRepository, type VerificationRow } from './audit.repository';

/** The chain as the auditor sees it. */
export interface ChainView {
  readonly id: string;
  readonly entries: number;
  readonly isVerifying: boolean;
  readonly verifications: readonly VerificationRow[];
}

const SHOWN = 10;

/** Verifies the county's audit chain, and cuts off what is older than the retention. */
@Injectable()
export class AuditChainService {
  constructor(
    private readonly repository: AuditRepository,
    private readonly book: AnchorBook,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly live: Live,
  ) {}

  /** How long the chain is and what the last verifications found. */
  async view(tx: Tx): Promise<ChainView> {
    const head = await this.repository.length(tx);
    return {
      id: tx.actor.countyId,
      entries: head === null ? 0 : head.sequence - head.cutSequence,
      isVerifying: await this.repository.isVerifying(tx, AuditVerify.name),
      verifications: await this.repository.verifications(tx, SHOWN),
    };
  }

  /** Somebody asks for a verification now. */
  async request(tx: Tx): Promise<Outcome<{ id: string }>> {
    const id = await this.queue(tx);
    await this.audit.record(tx, {
      action: 'audit.verification-requested',
      subjectType: 'audit_verification',
      subjectId: id,
    });
    return done({ id });
  }

  /** Queues a verification; gives its id. */
  async queue(tx: Tx): Promise<string> {
    const id = uuidv7();
    await this.outbox.add(tx, AuditVerify, { subjectId: id, data: {} });
    await this.live.notify(tx, { type: 'audit', id, roles: [Role.AUDITOR] });
    return id;
  }

  /** Walks the chain of the transaction's county against its anchors. */
  walk(tx: Tx): Promise<ChainState> {
    const proof = this.book.read(tx.actor.countyId); // before the first query: no anchor is younger than what is read
    return verifyChain((sql, parameters) => tx.query(sql, parameters), tx.actor.countyId, proof);
  }

  /** Keeps what a walk found. */
  async keep(tx: Tx, id: string, { rows, anchoredSequence, problem }: ChainState): Promise<void> {
    await this.repository.insertVerification(tx, {
      countyId: tx.actor.countyId,
      id,
      verifiedAt: tx.now,
      entries: rows,
      anchoredSequence,
      problem: problem?.code ?? null,
      problemSequence: problem?.sequence ?? null,
    });
    await this.live.notify(tx, { type: 'audit', id, roles: [Role.AUDITOR] });
  }

  /**
   * Cuts the chain at a signed checkpoint before which everything is older than three years; gives the number of
   * entries that went. A chain with a problem is not cut: nothing that may be evidence goes.
   */
  async cut(tx: Tx): Promise<number> {
    const at = await this.repository.cutPoint(tx);
    if (at === null || (await this.walk(tx)).problem !== null) return 0;
    const { countyId } = tx.actor;
    const hash = at.hash.toString('hex');
    this.book.append({ kind: 'CHECKPOINT', countyId, sequence: at.sequence, hash, at: tx.now.toISOString() });
    const gone = await this.repository.cut(tx, at.sequence);
    await this.audit.record(tx, { action: 'audit.cut', subjectType: 'audit_head', subjectId: countyId });
    return gone;
  }
}
