import Audit from '@ant-design/icons-svg/es/asn/AuditOutlined';
import BarChart from '@ant-design/icons-svg/es/asn/BarChartOutlined';
import Calendar from '@ant-design/icons-svg/es/asn/CalendarOutlined';
import Cluster from '@ant-design/icons-svg/es/asn/ClusterOutlined';
import Dashboard from '@ant-design/icons-svg/es/asn/DashboardOutlined';
import Export from '@ant-design/icons-svg/es/asn/ExportOutlined';
import FileText from '@ant-design/icons-svg/es/asn/FileTextOutlined';
import Import from '@ant-design/icons-svg/es/asn/ImportOutlined';
import Key from '@ant-design/icons-svg/es/asn/KeyOutlined';
import Phone from '@ant-design/icons-svg/es/asn/PhoneOutlined';
import Profile from '@ant-design/icons-svg/es/asn/ProfileOutlined';
import Read from '@ant-design/icons-svg/es/asn/ReadOutlined';
import SafetyCertificate from '@ant-design/icons-svg/es/asn/FileDoneOutlined';
import Schedule from '@ant-design/icons-svg/es/asn/ScheduleOutlined';
import Send from '@ant-design/icons-svg/es/asn/SendOutlined';
import Setting from '@ant-design/icons-svg/es/asn/SettingOutlined';
import Shop from '@ant-design/icons-svg/es/asn/ShopOutlined';
import Solution from '@ant-design/icons-svg/es/asn/SolutionOutlined';
import Team from '@ant-design/icons-svg/es/asn/TeamOutlined';
import User from '@ant-design/icons-svg/es/asn/UserOutlined';
import Wallet from '@ant-design/icons-svg/es/asn/WalletOutlined';
import type { IconDefinition } from '@ant-design/icons-svg/es/types';
import type { Role } from '@contract/gql';

/** The counts that may stand beside an entry. */
export type RailCount =
  'clients' | 'referrals' | 'followUps' | 'payFindings' | 'candidates' | 'teamTasks' | 'recoveries' | 'groupPlacement';

/** One entry of a rail; its word stands in the texts `shell` under `entry.<key>`. */
export interface Entry {
  readonly key: string;
  readonly path: string;
  readonly icon: IconDefinition;
  readonly count?: RailCount;
}

export type DeskRole = Exclude<Role, 'CLIENT'>;

const entry = (key: string, path: string, icon: IconDefinition, count?: RailCount): Entry => ({
  key,
  path,
  icon,
  ...(count === undefined ? {} : { count }),
});

/** The rail of each role in its order; the first entry is the first screen. */
export const railOf: Readonly<Record<DeskRole, readonly Entry[]>> = {
  CASEWORKER: [
    entry('today', '/today', Calendar),
    entry('clients', '/clients', Team, 'clients'),
    entry('referrals', '/referrals', Send, 'referrals'),
    entry('positions', '/positions', Shop),
    entry('groupPlacement', '/group-placement', Cluster),
    entry('training', '/training', Read),
    entry('followUps', '/follow-ups', Phone, 'followUps'),
    entry('payFindings', '/pay-findings', Audit, 'payFindings'),
  ],
  SUPERVISOR: [
    entry('county', '/county', BarChart),
    entry('groupPlacement', '/group-placement', Cluster, 'groupPlacement'),
    entry('lateFollowUps', '/follow-ups', Phone),
    entry('equalPay', '/equal-pay', Audit),
    entry('funds', '/funds', Wallet),
    entry('reports', '/reports', FileText),
    entry('agreements', '/agreements', SafetyCertificate),
    entry('teamTasks', '/team-tasks', Schedule, 'teamTasks'),
    entry('recoveries', '/recoveries', Key, 'recoveries'),
    entry('deliveries', '/deliveries', Send),
  ],
  ADMINISTRATOR: [
    entry('system', '/system', Dashboard),
    entry('members', '/members', User),
    entry('recoveries', '/recoveries', Key),
    entry('settings', '/settings', Setting),
    entry('imports', '/data-imports', Import),
    entry('jobs', '/jobs', Schedule),
    entry('deliveries', '/deliveries', Send),
    entry('complaints', '/complaints', FileText),
  ],
  ENTERPRISE_HR: [
    entry('candidates', '/candidates', Solution, 'candidates'),
    entry('ownPositions', '/positions', Profile),
    entry('agreement', '/agreement', SafetyCertificate),
    entry('payroll', '/payroll', Wallet),
    entry('findings', '/findings', Audit),
  ],
  TRAINER: [
    entry('lessons', '/lessons', Calendar),
    entry('waitlist', '/waiting-list', Team),
    entry('certificates', '/certificates', SafetyCertificate),
  ],
  BASE_MANAGER: [
    entry('timetable', '/timetable', Calendar),
    entry('seats', '/sessions', Team),
    entry('rooms', '/rooms', Shop),
    entry('trainingPlan', '/training-plan', Read),
  ],
  MENTOR: [entry('myPeople', '/people', Team)],
  FUND_OFFICER: [
    entry('claims', '/claims', Audit),
    entry('fundLines', '/fund-lines', Wallet),
    entry('schemes', '/schemes', FileText),
    entry('clawback', '/clawback', Export),
  ],
  FINANCE_OFFICER: [
    entry('claimsToApprove', '/claims', Audit),
    entry('fundLines', '/fund-lines', Wallet),
    entry('payout', '/payout', FileText),
  ],
  AUDITOR: [
    entry('auditSearch', '/audit', Audit),
    entry('auditChain', '/audit-chain', SafetyCertificate),
    entry('exports', '/exports', Export),
  ],
};
