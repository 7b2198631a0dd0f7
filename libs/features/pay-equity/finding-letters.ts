import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import { DISCLOSURE_NOTICES } from '#domain/consent/disclosure-notice';
import {
  letterToClient,
  letterToEnterprise,
  type FindingLetter,
  type LetterFacts,
} from '#domain/pay-equity/finding-letter-text';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { ReadablePdf } from '#platform/pdf/readable-pdf';
import { FindingSidesReader } from './finding-sides-reader';

/** Letters about findings, made anew for whoever may read the finding; nothing of them is kept. */
@Injectable()
export class FindingLetters {
  constructor(
    private readonly reader: FindingSidesReader,
    private readonly audit: Audit,
  ) {}

  /** The actor's letter; null where the finding is not hers to read. */
  async of(tx: Tx, id: string): Promise<Buffer | null> {
    const isEnterprise = tx.actor.role === Role.ENTERPRISE_HR;
    const facts = isEnterprise ? await this.reader.toldFacts(tx, id) : await this.reader.ownFacts(tx, id);
    if (facts === null) return null;
    await this.audit.record(tx, { action: 'pay_finding.letter_read', subjectType: 'pay_finding', subjectId: id });
    return asPdf(...letterOf(facts, isEnterprise));
  }
}

function letterOf(facts: LetterFacts, isEnterprise: boolean): readonly [FindingLetter, string] {
  return isEnterprise
    ? [letterToEnterprise(facts), DISCLOSURE_NOTICES.FINDING_NAMED.chinese]
    : [letterToClient(facts), DISCLOSURE_NOTICES.OWN_COPY.chinese];
}

function asPdf({ title, opening, lines, closing }: FindingLetter, footer: string): Promise<Buffer> {
  const pdf = new ReadablePdf(title, footer);
  for (const text of opening) pdf.paragraph(text);
  for (const [label, value] of lines) pdf.line(label, value);
  for (const text of closing) pdf.paragraph(text);
  return pdf.end();
}
