import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import { refusal, refused, type Outcome, type Refusal } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { ImportKind } from '#domain/imports/import-codes';
import { FilesService, type FileContent } from '#features/files';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { ImportBatches } from './import-batches';
import type { ImportHandler, ImportSubject } from './import-handler';
import { ImportHandlers } from './import-handlers';
import { BANNED_TERM, planImport, type ImportPlan } from './import-plan';
import { ImportsRepository, type ImportRunRow } from './imports.repository';

/** The transactions an import is done in: each step in one of its own. */
export interface ImportSteps {
  readonly actor: Actor;
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs the last step; what marks the work as done commits with it. */
  complete(work: (tx: Tx) => Promise<void>): Promise<void>;
}

/** What is imported: name, content and its digest. */
export type ImportContent = Pick<FileContent, 'name' | 'bytes' | 'sha256'>;

/** Most rows of one transaction. */
export const BATCH_ROWS = 500;

const NOTIFY_EVERY_MS = 1_000;
const ALMOST_DONE = 99;

interface Work {
  readonly steps: ImportSteps;
  readonly run: ImportRunRow;
  readonly handler: ImportHandler;
}

/** Imports the file of a run; safe to run again from any point at which it was stopped. */
@Injectable()
export class ImportEngine {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly batches: ImportBatches,
    private readonly handlers: ImportHandlers,
    private readonly files: FilesService,
    private readonly live: Live,
    private readonly audit: Audit,
  ) {}

  /** Does what is left of a run; `content` is given where the file does not lie in the file store. */
  async run(steps: ImportSteps, runId: string, content?: ImportContent): Promise<void> {
    const run = await steps.transact((tx) => this.imports.begin(tx, runId));
    if (run === null) return;
    const source = content ?? (run.fileId === null ? null : await this.contentOf(steps, run.fileId));
    const work: Work = { steps, run, handler: this.handlers.handlerOf(run.kind) };
    const plan = await this.plan(work, source);
    if (source === null || !plan.ok) return this.refuseFile(work, plan.ok ? [] : plan.refusals);
    const subject = subjectOf(run, source, plan.value);
    await this.write(work, subject, plan.value);
    await steps.complete((tx) => this.finish(tx, work, subject));
  }

  /** Ends a run before its file: what was taken in stands, batch by batch, and the reason with it. */
  async stop(tx: Tx, runId: string, code: 'REQUESTER_GONE'): Promise<void> {
    const run = await this.imports.begin(tx, runId);
    if (run === null) return;
    const { organisationId, period } = run;
    if (!run.isDryRun) await this.handlers.handlerOf(run.kind).stopped?.(tx, { runId, organisationId, period });
    await this.imports.stop(tx, runId, refusal(code));
    await this.audit.record(tx, { action: 'import.stopped', subjectType: 'import-run', subjectId: runId });
    await this.tell(tx, run);
  }

  private contentOf(steps: ImportSteps, fileId: string): Promise<FileContent | null> {
    return steps.transact((tx) => this.files.read(tx, fileId));
  }

  private async plan({ steps, run, handler }: Work, source: ImportContent | null): Promise<Outcome<ImportPlan>> {
    if (run.fileRefusal !== null) return refused(run.fileRefusal);
    if (source === null) return refused(refusal('FILE_GONE'));
    const today = await steps.transact(async (tx) => dayOf(tx.now));
    return planImport({
      kind: run.kind,
      name: source.name,
      bytes: source.bytes,
      handler,
      today,
      period: run.period,
    });
  }

  private async write({ steps, run, handler }: Work, subject: ImportSubject, plan: ImportPlan): Promise<void> {
    await steps.transact((tx) => this.imports.describe(tx, run.id, plan.rows.length, plan.unknownColumns));
    let notifiedAt = -NOTIFY_EVERY_MS;
    for (let start = 0; start < plan.rows.length; start += BATCH_ROWS) {
      const rows = plan.rows.slice(start, start + BATCH_ROWS);
      const progress = Math.min(ALMOST_DONE, Math.floor(((start + rows.length) * 100) / plan.rows.length));
      const isToTell = performance.now() - notifiedAt >= NOTIFY_EVERY_MS;
      await steps.transact(async (tx) => {
        // The lock of this update makes a second worker wait, and then find these rows done.
        if ((await this.imports.begin(tx, run.id)) === null) return;
        await this.batches.write(tx, { subject, handler, rows, progress });
        if (isToTell) await this.tell(tx, run);
      });
      if (isToTell) notifiedAt = performance.now();
    }
  }

  private async finish(tx: Tx, { run, handler }: Work, subject: ImportSubject): Promise<void> {
    if ((await this.imports.begin(tx, run.id)) === null) return;
    if (!run.isDryRun) await handler.finish?.(tx, subject);
    await this.imports.end(tx, run.id, 'DONE');
    await this.audit.record(tx, { action: 'import.done', subjectType: 'import-run', subjectId: run.id });
    await this.tell(tx, run);
  }

  /** The reason is kept before the file is destroyed: whoever goes on after a crash still knows it. */
  private async refuseFile({ steps, run }: Work, refusals: readonly Refusal[]): Promise<void> {
    const why = refusals[0] ?? refusal('FILE_GONE');
    await steps.transact((tx) => this.imports.noteFileRefusal(tx, run.id, why));
    const { fileId } = run;
    if (why.code === BANNED_TERM && fileId !== null) await this.files.erase(steps.actor.countyId, fileId);
    await steps.complete(async (tx) => {
      if (why.code === BANNED_TERM && fileId !== null) await this.imports.forgetFile(tx, fileId);
      await this.imports.end(tx, run.id, 'FAILED');
      await this.audit.record(tx, { action: 'import.refused', subjectType: 'import-run', subjectId: run.id });
      await this.tell(tx, run);
    });
  }

  private tell(tx: Tx, run: ImportRunRow): Promise<void> {
    const event = { type: 'import-run', id: run.id };
    if (run.kind !== ImportKind.PAYROLL) return this.live.notify(tx, { ...event, roles: [Role.CASEWORKER] });
    return this.live.notify(tx, { ...event, roles: [Role.ENTERPRISE_HR], organisationId: run.organisationId });
  }
}

function subjectOf(run: ImportRunRow, content: ImportContent, plan: ImportPlan): ImportSubject {
  return {
    runId: run.id,
    kind: run.kind,
    organisationId: run.organisationId,
    period: run.period,
    isDryRun: run.isDryRun,
    fileId: run.fileId,
    sha256: content.sha256,
    readableRows: plan.rows.filter(({ refusals }) => refusals.length === 0).length,
  };
}
