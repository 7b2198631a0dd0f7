import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Outcomes of deliveries, messages to clients and their choice of channel and hours, work that waits for a person. */
export class MessageDelivery1784000113000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0113-message-delivery.sql'));
  }

  down(): Promise<void> {
    throw new Error('What was delivered is no draft: migrate forward.');
  }
}
