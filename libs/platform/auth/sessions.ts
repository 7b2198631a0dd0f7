import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Role } from '#domain/common/role';
import { Clock } from '../clock/clock';
import { poolOf } from '../database/queryable';
import { SecondStepDemand } from './second-step-demand';
import type { PhoneState, SessionRecord } from './session-record';

interface SessionRow {
  readonly account_id: string;
  readonly membership_id: string;
  readonly county_id: string;
  readonly role: Role;
  readonly organisation_id: string | null;
  readonly client_id: string | null;
  readonly display_name: string;
  readonly organisation_name: string;
  readonly county_name: string;
  readonly product_name: string;
  readonly must_choose_password: boolean;
  readonly caseloads: string[] | null;
}

/** The session with the caseloads that its holder keeps today, in one round trip. */
const READ = 'select s.*, auth.caseloads(s.membership_id, $2::date) as caseloads from auth.session($1, $3) s';

interface PhoneRow {
  readonly is_first: boolean;
  readonly has_pin: boolean;
  readonly is_remembered: boolean;
  readonly is_open: boolean;
}

/** Idle and absolute limits by role: security.md, "Sign-in". */
const STAFF = { idle: '15 minutes', absolute: '10 hours' };
const limits: Partial<Record<Role, { idle: string; absolute: string }>> = {
  [Role.ENTERPRISE_HR]: { idle: '30 minutes', absolute: '12 hours' },
  [Role.CLIENT]: { idle: '30 minutes', absolute: '12 hours' },
};

/** How long a session of a role may stay unused, and how long it may last, as PostgreSQL intervals. */
export const limitsOf = (role: Role): { readonly idle: string; readonly absolute: string } => limits[role] ?? STAFF;

/** How long a proof of identity holds for what asks for one: security.md, "Sign-in". */
export const PROOF_SECONDS = 300;

/** Opens, reads and ends sessions through the SECURITY DEFINER functions of schema auth: accounts have no other door. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly demand: SecondStepDemand,
  ) {}

  /** Opens a session of an account in one of its memberships; gives its id for the cookie. */
  async open(accountId: string, membership: { readonly membership_id: string; readonly role: Role }): Promise<string> {
    const sid = randomBytes(32).toString('base64url');
    const { idle, absolute } = limitsOf(membership.role);
    await this.rows('select auth.open_session($1, $2, $3, $4::interval, $5::interval)', [
      sessionHash(sid),
      accountId,
      membership.membership_id,
      idle,
      absolute,
    ]);
    return sid;
  }

  /**
   * Who holds the session, or null where it does not exist, has ended or its membership has. What a page asks by itself
   * (`isByHand` false) keeps nothing alive.
   */
  async read(sid: string, isByHand = true): Promise<SessionRecord | null> {
    const idHash = sessionHash(sid);
    const [row] = await this.rows<SessionRow>(READ, [idHash, this.clock.today(), isByHand]);
    if (row === undefined || row.membership_id === null) return null;
    const mustSetUpSecondStep = await this.demand.isMissing(poolOf(this.dataSource), row.account_id, row.role);
    const phone = row.role === Role.CLIENT ? await this.phoneOf(idHash, isByHand) : null;
    return { ...recordOf(row, idHash, phone), mustSetUpSecondStep };
  }

  /** Whether its holder proved who she is within the last five minutes, by the database's clock. */
  async isProofFresh({ idHash }: SessionRecord): Promise<boolean> {
    const [row] = await this.rows<{ seconds: number | null }>('select auth.seconds_since_proof($1) as seconds', [
      idHash,
    ]);
    return (row?.seconds ?? Infinity) <= PROOF_SECONDS;
  }

  /** Ends the session at once; ending it twice is no error. */
  async end(sid: string): Promise<void> {
    await this.rows('select auth.end_session($1)', [sessionHash(sid)]);
  }

  private async phoneOf(idHash: Buffer, isByHand: boolean): Promise<PhoneState | null> {
    const [row] = await this.rows<PhoneRow>('select * from auth.phone_session($1, $2)', [idHash, isByHand]);
    if (row === undefined) return null;
    const { is_first, has_pin, is_remembered, is_open } = row;
    return { isFirst: is_first, hasPin: has_pin, isRemembered: is_remembered, isLocked: !is_open };
  }

  private async rows<T extends object>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.dataSource.query<T[]>(sql, [...parameters]);
  }
}

/** Only the hash of a session id is stored: a copy of the table opens nothing. SHA-256, 32 bytes. */
export const sessionHash = (sid: string): Buffer => createHash('sha256').update(sid).digest();

function recordOf(
  row: SessionRow,
  idHash: Buffer,
  phone: PhoneState | null,
): Omit<SessionRecord, 'mustSetUpSecondStep'> {
  return {
    idHash,
    actor: {
      countyId: row.county_id,
      role: row.role,
      accountId: row.account_id,
      membershipId: row.membership_id,
      organisationId: row.organisation_id,
      clientId: row.client_id,
      ...(row.caseloads === null ? {} : { caseloads: row.caseloads }),
    },
    displayName: row.display_name,
    organisationName: row.organisation_name,
    countyName: row.county_name,
    productName: row.product_name,
    mustChoosePassword: row.must_choose_password || phone?.isFirst === true,
    phone,
  };
}
