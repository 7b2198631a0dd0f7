import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import type { LetterFacts } from '#domain/pay-equity/finding-letter-text';
import { findingLabel } from '#domain/pay-equity/finding-label';
import { actsOf } from '#domain/pay-equity/finding-steps';
import { DisclosuresRepository, SharedViewsRepository, type Shown } from '#features/consent';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { moneyOf, moneyOrNull } from '#platform/graphql/money.type';
import { figuresOf } from '#platform/graphql/user-error';
import { FindingSidesRepository, type OwnFindingRow, type ToldFindingRow } from './finding-sides.repository';
import { EnterprisePayFinding, MyPayFinding } from './graphql/finding-sides.type';

/** Reads findings for the two sides; what an enterprise reads is noted where the client can see it. */
@Injectable()
export class FindingSidesReader {
  constructor(
    private readonly findings: FindingSidesRepository,
    private readonly shared: SharedViewsRepository,
    private readonly disclosures: DisclosuresRepository,
    private readonly crypto: FieldCrypto,
  ) {}

  /** What the enterprise was told; needs a transaction that may write, because each look is on record. */
  async told(tx: Tx, id: string | null = null): Promise<EnterprisePayFinding[]> {
    const rows = await this.findings.told(tx, id);
    if (rows.length === 0) return [];
    await this.disclosures.record(tx, shownBy(rows));
    return this.named(tx, rows);
  }

  /** One of them as it stands after an act of the enterprise; the look at it was noted with the list. */
  async answered(tx: Tx, id: string): Promise<EnterprisePayFinding | null> {
    return (await this.named(tx, await this.findings.told(tx, id)))[0] ?? null;
  }

  /** The client's own findings. */
  async own(tx: Tx, id: string | null = null): Promise<MyPayFinding[]> {
    return (await this.findings.own(tx, id)).map((row) => ownOf(tx, row));
  }

  /** What the letter to the enterprise says of one of them; the look is on record. */
  async toldFacts(tx: Tx, id: string): Promise<LetterFacts | null> {
    const [row] = await this.findings.told(tx, id);
    if (row === undefined) return null;
    await this.disclosures.record(tx, shownBy([row]));
    const name = (await this.names(tx, [row.clientId])).get(row.clientId) ?? null;
    const number = row.employeeNumber === null ? null : `工号${row.employeeNumber}`;
    const employee = [name, number].filter((word) => word !== null).join('，');
    return { ...row, employee, dueOn: row.status === 'NOTIFIED' ? row.dueOn : null };
  }

  /** What the letter to the client says of one of her own. */
  async ownFacts(tx: Tx, id: string): Promise<LetterFacts | null> {
    const [row] = await this.findings.own(tx, id);
    const nameEnc = row === undefined ? null : await this.findings.ownName(tx);
    const { clientId } = tx.actor;
    if (row === undefined || nameEnc === null || clientId === null) return null;
    const place = { table: 'client', column: 'name_enc', rowId: clientId, clientId };
    return { ...row, employee: await this.crypto.decrypt(tx, place, nameEnc) };
  }

  private async named(tx: Tx, rows: readonly ToldFindingRow[]): Promise<EnterprisePayFinding[]> {
    const names = await this.names(tx, [...new Set(rows.map(({ clientId }) => clientId))]);
    return rows.map((row) => toldOf(tx, row, names.get(row.clientId) ?? null));
  }

  private async names(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const { clientId, nameEnc } of await this.shared.identities(tx, clientIds)) {
      const place = { table: 'client', column: 'name_enc', rowId: clientId, clientId };
      names.set(clientId, await this.crypto.decrypt(tx, place, nameEnc));
    }
    return names;
  }
}

/** One look per client, consent and group, however many findings rest on it. */
function shownBy(rows: readonly ToldFindingRow[]): Shown[] {
  const grants = new Map(rows.map(({ consentGrantId, clientId }) => [consentGrantId, clientId]));
  return [...grants].flatMap(([grantId, clientId]): Shown[] =>
    (['IDENTITY', 'PAY'] as const).map((fieldGroup) => ({ clientId, basis: { kind: 'CONSENT', grantId }, fieldGroup })),
  );
}

const readerOf = (tx: Tx) => ({ role: tx.actor.role, mayDecide: false, today: dayOf(tx.now) });

const toldOf = (tx: Tx, row: ToldFindingRow, employeeName: string | null): EnterprisePayFinding =>
  Object.assign(new EnterprisePayFinding(), {
    ...row,
    employeeName,
    label: findingLabel(row.findingClass, row.confirmedAt !== null),
    shortfall: moneyOf(row.shortfallFen),
    paid: moneyOrNull(row.paidFen),
    figures: figuresOf(row.figures),
    acts: actsOf(row, readerOf(tx)),
  });

const ownOf = (tx: Tx, row: OwnFindingRow): MyPayFinding =>
  Object.assign(new MyPayFinding(), {
    ...row,
    shortfall: moneyOf(row.shortfallFen),
    paid: moneyOrNull(row.paidFen),
    acts: actsOf(row, readerOf(tx)),
  });
