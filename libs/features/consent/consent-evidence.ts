import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { EvidenceKind } from '#domain/consent/consent-codes';
import { FilesService, MediaType } from '#features/files';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';

/** How a caseworker proves what a client agreed to. */
export interface Evidence {
  readonly fileId: string;
  /** True where it was read aloud to a client who does not read. */
  readonly isReadAloud: boolean;
  /** Who heard it read aloud; asked for then, and only then. */
  readonly witnessName: string | null;
}

/** A proof that was looked at, ready to be stored beside its consent. */
export interface SealedEvidence {
  readonly fileId: string;
  readonly kind: EvidenceKind;
  readonly witnessNameEnc: Buffer | null;
}

/** Why a proof is none. */
export type EvidenceCode = 'NOT_FOUND' | 'EVIDENCE_NOT_READABLE' | 'WITNESS_REQUIRED' | 'TOO_LONG';

const PAPERS: readonly MediaType[] = [MediaType.PDF, MediaType.PNG, MediaType.JPEG];
const MAX_NAME = 80;

/** Looks at the paper that proves a recorded consent. */
@Injectable()
export class ConsentEvidence {
  constructor(
    private readonly files: FilesService,
    private readonly crypto: FieldCrypto,
  ) {}

  /** The paper is there, the recorder may open it, and it is one that a person can read; the witness is named where she is needed. */
  async judge(
    tx: Tx,
    { grantId, clientId }: { readonly grantId: string; readonly clientId: string },
    evidence: Evidence,
  ): Promise<Outcome<SealedEvidence, EvidenceCode>> {
    const paper = await this.paper(tx, evidence.fileId, clientId);
    if (!paper.ok) return paper;
    if (!evidence.isReadAloud) return done({ fileId: evidence.fileId, kind: 'SIGNED_PAPER', witnessNameEnc: null });
    const witness = evidence.witnessName?.trim() ?? '';
    if (witness === '') return refused(refusal('WITNESS_REQUIRED', ['witnessName']));
    if (witness.length > MAX_NAME) return refused(refusal('TOO_LONG', ['witnessName'], { most: MAX_NAME }));
    const place = { table: 'consent_grant', column: 'witness_name_enc', rowId: grantId, clientId };
    const witnessNameEnc = await this.crypto.encrypt(tx, place, witness);
    return done({ fileId: evidence.fileId, kind: 'READ_ALOUD', witnessNameEnc });
  }

  /** A paper that the actor may open and a person can read, and about nobody else; from here on it is this client's. */
  async paper(tx: Tx, fileId: string, clientId: string): Promise<Outcome<{ fileId: string }, EvidenceCode>> {
    const file = await this.files.find(tx, fileId);
    if (file === null) return refused(refusal('NOT_FOUND', ['evidenceFileId']));
    if (!PAPERS.includes(file.mediaType)) return refused(refusal('EVIDENCE_NOT_READABLE', ['evidenceFileId']));
    const isHers = await this.files.assignTo(tx, fileId, clientId);
    return isHers ? done({ fileId }) : refused(refusal('NOT_FOUND', ['evidenceFileId']));
  }
}
