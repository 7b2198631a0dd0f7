import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Gives the ranking of positions its index and the trail of what changed. */
export class PositionRanking1784000089500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0089-position-ranking.sql'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger position_insert_is_noted on position;
      drop trigger position_update_is_noted on position;
      drop trigger position_delete_is_noted on position;
      drop trigger job_slot_insert_is_noted on job_slot;
      drop trigger job_slot_update_is_noted on job_slot;
      drop trigger job_slot_delete_is_noted on job_slot;
      drop trigger cooperation_agreement_update_is_noted on cooperation_agreement;
      drop function app.note_changed_agreements();
      drop function app.note_changed_slots();
      drop function app.note_changed_positions();
      drop function app.note_positions(uuid[], uuid);
      drop policy position_owner_ranked on position;
      drop table position_change;
      drop index position_ranking_idx;
    `);
  }
}
