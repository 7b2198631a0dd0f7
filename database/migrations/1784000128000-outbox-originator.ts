import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Nobody announces work in the name of another member. */
export class OutboxOriginator1784000128000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0128-outbox-originator.sql'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy outbox_event_insert on outbox_event
         with check (county_id = (select app.county()) and ((select app.is_system()) or (true)))`,
    );
  }
}
