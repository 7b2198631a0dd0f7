import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';

/** What is looked at before a client is erased. */
export interface ErasableClient {
  readonly id: string;
  readonly fileNumber: string;
  readonly isErased: boolean;
}

/** What leaves a client's own row: nothing that says who she was. Place of work and pay stand in other rows. */
const FORGET_CLIENT = `update client
   set file_number = 'erased-' || id, name_enc = '', name_bidx = null, phone_enc = null, phone_bidx = null,
       phone_tail_bidx = null, contact_rules_enc = null, birth_year = null, education_code = '90', skills = '{}',
       desired_occupations = '{}', min_acceptable_pay_fen = null, wished_shifts = '{}', shift_limits = '{}',
       wished_benefits = '{}', capacity_limits = '{}', accommodation_needs_enc = null, available_from = null,
       eligible = false, attested_by_membership_id = null, attested_on = null, objects_to_ranking = true,
       erased_at = $3, version = version + 1
 where county_id = $1 and id = $2`;

/** Statements about one client ($2) of the county ($1). */
const FORGET: readonly string[] = [
  `delete from identity_number where county_id = $1 and client_id = $2`,
  `delete from mentor_note where county_id = $1 and client_id = $2`,
  `delete from mentor_pairing where county_id = $1 and client_id = $2`,
  `update programme_entry set mentor_membership_id = null, version = version + 1
    where county_id = $1 and client_id = $2 and mentor_membership_id is not null`,
  `delete from aid_request where county_id = $1 and client_id = $2`,
  `delete from contact_choice where county_id = $1 and client_id = $2`,
  `delete from client_message where county_id = $1 and client_id = $2`,
  `delete from client_certificate where county_id = $1 and client_id = $2`,
  `update support_plan set note_enc = null, version = version + 1 where county_id = $1 and client_id = $2 and note_enc is not null`,
  `update goal set title_enc = '', version = version + 1 where county_id = $1 and client_id = $2`,
  `update contact set note_enc = null where county_id = $1 and client_id = $2 and note_enc is not null`,
  `update file_opening set explanation_enc = '', review_note_enc = null where county_id = $1 and client_id = $2`,
  `update referral set card = null, explanation = '{}', version = version + 1 where county_id = $1 and client_id = $2`,
  `update batch_assignment set parts = '[]', reasons = '[]', blockers = '[]', version = version + 1
    where county_id = $1 and client_id = $2`,
  `update follow_up_milestone set status = 'CANCELLED', version = version + 1
    where county_id = $1 and client_id = $2 and status in ('SCHEDULED', 'DUE', 'SNOOZED', 'UNREACHED')`,
  `update correction_request set status = 'WITHDRAWN', version = version + 1
    where county_id = $1 and client_id = $2 and status = 'REQUESTED'`,
  // Outside the lifecycle's table on purpose: a wish for a seat ends with the person, whatever state it is in.
  `update enrolment set status = 'DROPPED', version = version + 1
    where county_id = $1 and client_id = $2 and status in ('REQUESTED', 'WAITLISTED', 'CONFIRMED', 'ATTENDING')`,
];

/** The same, with the instant ($3). */
const FORGET_AT: readonly string[] = [
  `update client_key set wrapped = null, destroyed_at = $3 where county_id = $1 and client_id = $2 and wrapped is not null`,
  FORGET_CLIENT,
  `update consent_grant set status = 'REVOKED', revoked_at = $3 where county_id = $1 and client_id = $2 and status = 'ACTIVE'`,
  `update consent_request set status = 'LAPSED', answered_at = $3 where county_id = $1 and client_id = $2 and status = 'OPEN'`,
  `update task set status = 'DROPPED', ended_at = $3, version = version + 1
    where county_id = $1 and client_id = $2 and status = 'OPEN'`,
  `update membership set status = 'ENDED', ended_at = $3, display_name = '', work_email = null, version = version + 1
    where county_id = $1 and client_id = $2 and status <> 'ENDED'`,
  `update erasure_request set status = 'ERASED', erased_at = $3, version = version + 1
    where county_id = $1 and client_id = $2 and status = 'CONFIRMED'`,
];

const CLOSE_ENTRY = `update programme_entry
    set status = 'CLOSED', closed_on = greatest($3::date, started_on), close_reason = 'ERASED', version = version + 1
  where county_id = $1 and client_id = $2 and status <> 'CLOSED'`;

/** Every query of an erasure, by name; they run as a job. */
@Injectable()
export class ClientErasureRepository {
  /** The client, locked until the transaction ends; null where there is none. */
  async locked(tx: Tx, clientId: string): Promise<ErasableClient | null> {
    const [client] = await tx.query<ErasableClient>(
      `select id, file_number as "fileNumber", erased_at is not null as "isErased" from client
        where county_id = $1 and id = $2 for update`,
      [tx.actor.countyId, clientId],
    );
    return client ?? null;
  }

  /** Takes away whatever says who a client was, and every way in; what was counted and paid stays. */
  async forget(tx: Tx, clientId: string): Promise<void> {
    const { countyId } = tx.actor;
    for (const sql of FORGET) await tx.query(sql, [countyId, clientId]);
    for (const sql of FORGET_AT) await tx.query(sql, [countyId, clientId, tx.now]);
    await tx.query(CLOSE_ENTRY, [countyId, clientId, dayOf(tx.now)]);
    await tx.query('select auth.erase_client_accounts($1)', [clientId]);
  }

  /** Empties the rows of imports that brought her, and gives the files that they came in. */
  async forgetImports(tx: Tx, client: ErasableClient): Promise<string[]> {
    const rows = await tx.query<{ fileId: string | null }>(
      `with hers as (
         update import_row set key = null, cells_enc = null
          where county_id = $1 and (subject_id = $2 or key = $3) returning run_id
       )
       select distinct r.file_id as "fileId" from hers join import_run r on r.county_id = $1 and r.id = hers.run_id
        where r.file_id is not null and r.state in ('DONE', 'FAILED')`,
      [tx.actor.countyId, client.id, client.fileNumber],
    );
    return rows.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  }
}
