import { Injectable } from '@nestjs/common';
import { addDays, addMonths, dayOf, type Day } from '#domain/common/day';
import {
  isWithinRetaliationWatch,
  needsSlotDecision,
  REPEAT_MONTHS,
  RETALIATION_DAYS,
  STEP_WORKING_DAYS,
} from '#domain/pay-equity/finding-clocks';
import type { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { isPayCut } from '#domain/pay-equity/finding-steps';
import { FilesService } from '#features/files';
import { ParametersService } from '#features/parameters';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import { FindingDueRepository, type WatchedFinding } from './finding-due.repository';
import { FindingRemindersService } from './finding-reminders.service';
import { FindingStepsRepository, type FindingFacts } from './finding-steps.repository';

/** Tasks that stand while a finding is in a state; null = whoever supervises. */
const TASK_AT: Readonly<Partial<Record<PayFindingStatus, { readonly kind: string; readonly isSupervisors: boolean }>>> =
  {
    DETECTED: { kind: 'PAY_FINDING_TRIAGE', isSupervisors: false },
    TRIAGE: { kind: 'PAY_FINDING_TRIAGE', isSupervisors: false },
    RESPONDED: { kind: 'PAY_FINDING_REVIEW', isSupervisors: false },
    NO_RESPONSE: { kind: 'PAY_FINDING_REVIEW', isSupervisors: false },
    UNDER_REVIEW: { kind: 'PAY_FINDING_REVIEW', isSupervisors: false },
    ESCALATED: { kind: 'PAY_FINDING_DECISION', isSupervisors: true },
  };
const KINDS = ['PAY_FINDING_TRIAGE', 'PAY_FINDING_REVIEW', 'PAY_FINDING_DECISION'] as const;
const NOT_SENT: readonly string[] = ['CONSENT_DECLINED', 'NO_CONSENT_ANSWER'];

/** From so many of the office's clients on, a payroll request about all of them names nobody (privacy.md P24). */
const GROUP = 3;

/** What follows from the steps of findings: tasks, papers under the client's key, and what is looked into besides. */
@Injectable()
export class FindingFollowUpService {
  constructor(
    private readonly findings: FindingStepsRepository,
    private readonly due: FindingDueRepository,
    private readonly tasks: TasksService,
    private readonly files: FilesService,
    private readonly parameters: ParametersService,
    private readonly reminders: FindingRemindersService,
  ) {}

  /** Brings tasks and papers of a finding in line with where it stands; safe to repeat. */
  async follow(tx: Tx, id: string): Promise<void> {
    const finding = await this.findings.locked(tx, id);
    if (finding === null) return;
    const dueOn = finding.dueOn ?? dayOf(tx.now);
    const wanted = TASK_AT[finding.status];
    for (const kind of KINDS) if (kind !== wanted?.kind) await this.tasks.drop(tx, kind, [id]);
    if (wanted !== undefined) {
      const { kind, isSupervisors } = wanted;
      const assigneeMembershipId = isSupervisors ? null : await this.findings.caseworkerOf(tx, finding.clientId);
      await this.tasks.raise(tx, { ...aboutFinding(finding), kind, assigneeMembershipId, dueOn });
    }
    if (finding.evidenceFileId !== null) await this.files.assignTo(tx, finding.evidenceFileId, finding.clientId);
    if (finding.status === 'NOTIFIED') await this.reminders.plan(tx, finding);
    await this.requestPayroll(tx, finding);
  }

  /** Drops what is left to do about findings that are over. */
  async tidy(tx: Tx): Promise<void> {
    const over = await this.due.overWithTasks(tx);
    for (const kind of [...KINDS, 'PAY_RETALIATION_REVIEW']) await this.tasks.drop(tx, kind, over);
  }

  /** Looks for dismissals and pay cuts within 90 days of a notification; each opens a critical review. Gives how many. */
  async watch(tx: Tx): Promise<number> {
    const today = dayOf(tx.now);
    let count = 0;
    for (const watched of await this.due.watched(tx, addDays(today, -2 * RETALIATION_DAYS))) {
      if (!(await this.isRetaliation(tx, watched)) || !(await this.due.noteRetaliation(tx, watched.id))) continue;
      const dueOn = (await this.parameters.calendar(tx)).addWorkingDays(today, STEP_WORKING_DAYS.ESCALATED);
      const about = { ...aboutFinding(watched), kind: 'PAY_RETALIATION_REVIEW', assigneeMembershipId: null, dueOn };
      await this.tasks.raise(tx, about);
      count += 1;
    }
    return count;
  }

  /** Asks a supervisor about new slots of enterprises with repeated findings, or a critical one without remedy. */
  async askAboutSlots(tx: Tx): Promise<void> {
    const today = dayOf(tx.now);
    const confirmed = await this.due.confirmedByEnterprise(tx, addMonths(today, -REPEAT_MONTHS));
    const dueOn = (await this.parameters.calendar(tx)).addWorkingDays(today, STEP_WORKING_DAYS.ESCALATED);
    for (const [subjectId, findings] of confirmed) {
      if (!needsSlotDecision(findings, today)) continue;
      await this.tasks.raise(tx, { ...aboutEnterprise(subjectId, dueOn), kind: 'PAY_SLOT_DECISION' });
    }
  }

  /** What was not sent by name is asked of the whole payroll, and only where that names nobody. */
  private async requestPayroll(tx: Tx, finding: FindingFacts): Promise<void> {
    if (finding.status !== 'CLOSED' || !NOT_SENT.includes(finding.stepReason ?? '')) return;
    if ((await this.findings.clientsAt(tx, finding.organisationId)) < GROUP) return;
    const task = aboutEnterprise(finding.organisationId, dayOf(tx.now));
    await this.tasks.raise(tx, { ...task, kind: 'PAYROLL_REQUEST' });
  }

  private async isRetaliation(tx: Tx, { id, notifiedAt, dismissedOn }: WatchedFinding): Promise<boolean> {
    const notifiedOn = dayOf(notifiedAt);
    if (dismissedOn !== null && isWithinRetaliationWatch(notifiedOn, dismissedOn)) return true;
    const [before, ...later] = await this.due.paySince(tx, id);
    if (before === undefined) return false;
    return later.some((month) => isWithinRetaliationWatch(notifiedOn, month.lastDay) && isPayCut(before, month));
  }
}

const aboutFinding = ({ id, clientId }: { readonly id: string; readonly clientId: string }) => ({
  subjectType: 'pay_finding',
  subjectId: id,
  clientId,
});

const aboutEnterprise = (subjectId: string, dueOn: Day) => ({
  subjectType: 'organisation',
  subjectId,
  assigneeMembershipId: null,
  dueOn,
});
