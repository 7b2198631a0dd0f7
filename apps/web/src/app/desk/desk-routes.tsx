import { lazy, type ComponentType, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Role } from '@contract/gql';
import { NotHere } from '../../components/states/error-state';
import { PlainPage } from './plain-page';
import { railOf, type DeskRole } from './navigation';

const page = (load: () => Promise<Readonly<Record<string, ComponentType>>>, name: string): ComponentType =>
  lazy(async () => {
    const component = (await load())[name];
    if (component === undefined) throw new Error(`There is no page ${name}.`);
    return { default: component };
  });

const TodayPage = page(() => import('../pages/today-page'), 'TodayPage');
const FollowUpsPage = page(() => import('../pages/follow-ups-page'), 'FollowUpsPage');
const LateFollowUpsPage = page(() => import('../pages/late-follow-ups-page'), 'LateFollowUpsPage');
const RetentionPage = page(() => import('../pages/retention-page'), 'RetentionPage');
const HolidaysPage = page(() => import('../pages/holidays-page'), 'HolidaysPage');
const MilestoneTemplatePage = page(() => import('../pages/milestone-template-page'), 'MilestoneTemplatePage');
const FindingsPage = page(() => import('../pages/findings-page'), 'FindingsPage');
const FindingPage = page(() => import('../pages/finding-page'), 'FindingPage');
const ToldFindingsPage = page(() => import('../pages/told-findings-page'), 'ToldFindingsPage');
const EqualPayPage = page(() => import('../pages/equal-pay-page'), 'EqualPayPage');
const ImportsPage = page(() => import('../pages/imports-page'), 'ImportsPage');
const MinimumWagePage = page(() => import('../pages/minimum-wage-page'), 'MinimumWagePage');
const PayrollMonthPage = page(() => import('../pages/payroll-month-page'), 'PayrollMonthPage');
const PayrollPage = page(() => import('../pages/payroll-page'), 'PayrollPage');
const CountyPage = page(() => import('../pages/county-page'), 'CountyPage');
const MembersPage = page(() => import('../pages/members-page'), 'MembersPage');
const TrainingPage = page(() => import('../pages/training-page'), 'TrainingPage');
const SystemPage = page(() => import('../pages/system-page'), 'SystemPage');
const ClientsPage = page(() => import('../pages/clients-page'), 'ClientsPage');
const ClientPage = page(() => import('../pages/client-page'), 'ClientPage');
const FirstSignInPage = page(() => import('../pages/first-sign-in-page'), 'FirstSignInPage');
const ReferralsPage = page(() => import('../pages/referrals-page'), 'ReferralsPage');
const PositionsPage = page(() => import('../pages/positions-page'), 'PositionsPage');
const AgreementsPage = page(() => import('../pages/agreements-page'), 'AgreementsPage');
const CandidatesPage = page(() => import('../pages/candidates-page'), 'CandidatesPage');
const GroupPlacementPage = page(() => import('../pages/group-placement-page'), 'GroupPlacementPage');
const PositionPage = page(() => import('../pages/position-page'), 'PositionPage');
const OwnPositionsPage = page(() => import('../pages/own-positions-page'), 'OwnPositionsPage');
const CaseloadPage = page(() => import('../pages/caseload-page'), 'CaseloadPage');
const OpenFilePage = page(() => import('../pages/opened-file-page'), 'OpenFilePage');
const OpenedFilePage = page(() => import('../pages/opened-file-page'), 'OpenedFilePage');
const ComplaintsPage = page(() => import('../pages/complaints-page'), 'ComplaintsPage');
const TeamTasksPage = page(() => import('../pages/team-tasks-page'), 'TeamTasksPage');
const AuditPage = page(() => import('../pages/audit-page'), 'AuditPage');
const AuditChainPage = page(() => import('../pages/audit-page'), 'AuditChainPage');
const RecoveriesPage = page(() => import('../pages/recoveries-page'), 'RecoveriesPage');
const AccountPage = page(() => import('../pages/account-page'), 'AccountPage');
const ScoreWeightsPage = page(() => import('../pages/score-weights-page'), 'ScoreWeightsPage');
const TrainingPlanPage = page(() => import('../pages/training-plan-page'), 'TrainingPlanPage');
const JobsPage = page(() => import('../pages/jobs-page'), 'JobsPage');
const DeliveriesPage = page(() => import('../pages/deliveries-page'), 'DeliveriesPage');
const PeoplePage = page(() => import('../pages/people-page'), 'PeoplePage');
const AgreementPage = page(() => import('../pages/agreements-page'), 'AgreementPage');

type Pages = Readonly<Record<string, ComponentType>>;

const CLIENTS: Pages = {
  '/clients': ClientsPage,
  '/clients/:id': ClientPage,
  '/clients/:id/:tab': ClientPage,
  '/caseload': CaseloadPage,
};

/** The pages of each role; entries of the rail without one say what stands there now. */
const pagesOf: Readonly<Partial<Record<Role, Pages>>> = {
  CASEWORKER: {
    '/today': TodayPage,
    '/follow-ups': FollowUpsPage,
    '/pay-findings': FindingsPage,
    '/pay-findings/:id': FindingPage,
    '/imports': ImportsPage,
    '/imports/:id': ImportsPage,
    ...CLIENTS,
    '/open-file': OpenFilePage,
    '/opened-file/:id': OpenedFilePage,
    '/clients/:id/first-sign-in': FirstSignInPage,
    '/referrals': ReferralsPage,
    '/positions': PositionsPage,
    '/positions/:id': PositionPage,
    '/group-placement': GroupPlacementPage,
    '/group-placement/:id': GroupPlacementPage,
    '/training': TrainingPage,
    '/training-plan': TrainingPlanPage,
  },
  SUPERVISOR: {
    '/county': CountyPage,
    '/follow-ups': LateFollowUpsPage,
    '/retention': RetentionPage,
    '/holidays': HolidaysPage,
    '/follow-up-template': MilestoneTemplatePage,
    '/equal-pay': EqualPayPage,
    '/equal-pay/:id': FindingPage,
    '/agreements': AgreementsPage,
    '/team-tasks': TeamTasksPage,
    '/recoveries': RecoveriesPage,
    '/deliveries': DeliveriesPage,
    '/score-weights': ScoreWeightsPage,
    '/minimum-wage': MinimumWagePage,
    '/group-placement': GroupPlacementPage,
    '/group-placement/:id': GroupPlacementPage,
    '/training-plan': TrainingPlanPage,
    ...CLIENTS,
    '/open-file': OpenFilePage,
    '/opened-file/:id': OpenedFilePage,
  },
  TRAINER: { '/lessons': TrainingPage },
  BASE_MANAGER: { '/sessions': TrainingPage },
  ADMINISTRATOR: {
    '/system': SystemPage,
    '/members': MembersPage,
    '/recoveries': RecoveriesPage,
    '/jobs': JobsPage,
    '/deliveries': DeliveriesPage,
    '/complaints': ComplaintsPage,
  },
  MENTOR: { '/people': PeoplePage },
  AUDITOR: { '/audit': AuditPage, '/audit-chain': AuditChainPage },
  ENTERPRISE_HR: {
    '/candidates': CandidatesPage,
    '/positions': OwnPositionsPage,
    '/agreement': AgreementPage,
    '/findings': ToldFindingsPage,
    '/payroll': PayrollPage,
    '/payroll/:id': PayrollPage,
    '/payroll/month/:month': PayrollMonthPage,
  },
};

interface DeskRoutesProps {
  readonly role: Role;
}

/** The addresses that this role can open. */
export function DeskRoutes({ role }: DeskRoutesProps): ReactNode {
  const deskRole = role as DeskRole;
  const pages = pagesOf[role] ?? {};
  const rail = railOf[deskRole];
  const firstPath = (rail.find(({ path }) => pages[path] !== undefined) ?? rail[0])?.path ?? '/';
  return (
    <Routes>
      <Route index element={<Navigate replace to={firstPath} />} />
      {Object.entries(pages).map(([path, Page]) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
      {railOf[deskRole]
        .filter(({ path }) => pages[path] === undefined)
        .map(({ key, path }) => (
          <Route key={path} path={path} element={<PlainPage entry={key} />} />
        ))}
      <Route path="/account" element={<AccountPage />} />
      <Route path="*" element={<NotHere />} />
    </Routes>
  );
}
