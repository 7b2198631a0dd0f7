import Bulb from '@ant-design/icons-svg/es/asn/BulbOutlined';
import Calendar from '@ant-design/icons-svg/es/asn/CalendarOutlined';
import CarryOut from '@ant-design/icons-svg/es/asn/CarryOutOutlined';
import Check from '@ant-design/icons-svg/es/asn/CheckOutlined';
import CheckCircle from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import ClockCircle from '@ant-design/icons-svg/es/asn/ClockCircleOutlined';
import Diff from '@ant-design/icons-svg/es/asn/DiffOutlined';
import Edit from '@ant-design/icons-svg/es/asn/EditOutlined';
import ExclamationCircle from '@ant-design/icons-svg/es/asn/ExclamationCircleOutlined';
import Export from '@ant-design/icons-svg/es/asn/ExportOutlined';
import Eye from '@ant-design/icons-svg/es/asn/EyeOutlined';
import FileDone from '@ant-design/icons-svg/es/asn/FileDoneOutlined';
import FileExclamation from '@ant-design/icons-svg/es/asn/FileExclamationOutlined';
import Folder from '@ant-design/icons-svg/es/asn/FolderOutlined';
import Group from '@ant-design/icons-svg/es/asn/GroupOutlined';
import Hourglass from '@ant-design/icons-svg/es/asn/HourglassOutlined';
import Inbox from '@ant-design/icons-svg/es/asn/InboxOutlined';
import MergeCells from '@ant-design/icons-svg/es/asn/MergeCellsOutlined';
import Message from '@ant-design/icons-svg/es/asn/MessageOutlined';
import MinusCircle from '@ant-design/icons-svg/es/asn/MinusCircleOutlined';
import Notification from '@ant-design/icons-svg/es/asn/NotificationOutlined';
import OrderedList from '@ant-design/icons-svg/es/asn/OrderedListOutlined';
import PauseCircle from '@ant-design/icons-svg/es/asn/PauseCircleOutlined';
import Phone from '@ant-design/icons-svg/es/asn/PhoneOutlined';
import PlusCircle from '@ant-design/icons-svg/es/asn/PlusCircleOutlined';
import QuestionCircle from '@ant-design/icons-svg/es/asn/QuestionCircleOutlined';
import Read from '@ant-design/icons-svg/es/asn/ReadOutlined';
import Rollback from '@ant-design/icons-svg/es/asn/RollbackOutlined';
import Search from '@ant-design/icons-svg/es/asn/SearchOutlined';
import Solution from '@ant-design/icons-svg/es/asn/SolutionOutlined';
import Sync from '@ant-design/icons-svg/es/asn/SyncOutlined';
import Team from '@ant-design/icons-svg/es/asn/TeamOutlined';
import Undo from '@ant-design/icons-svg/es/asn/UndoOutlined';
import User from '@ant-design/icons-svg/es/asn/UserOutlined';
import UserSwitch from '@ant-design/icons-svg/es/asn/UserSwitchOutlined';
import Wallet from '@ant-design/icons-svg/es/asn/WalletOutlined';
import type { IconDefinition } from '@ant-design/icons-svg/es/types';

/** Whose turn it is: nobody's, ours, somebody else's, soon, fine, today, over. */
export type Tone = 'slate' | 'petrol' | 'iris' | 'wheat' | 'sage' | 'clay' | 'line';

/** A state's colour and picture; its word stands in the texts `status`. */
export type Look = readonly [tone: Tone, icon: IconDefinition];

/** The one map of states: the same colour, picture and word everywhere. Besides the states of the contract: EXPIRING, FILLED, FULL, LATE, ON_HOLD, NOT_RECEIVED are derived. */
export const statusMap = {
  agreement: {
    DRAFT: ['slate', Edit],
    SIGNED_BY_ENTERPRISE: ['iris', Hourglass],
    ACTIVE: ['sage', CheckCircle],
    EXPIRING: ['wheat', ClockCircle],
    SUSPENDED: ['wheat', PauseCircle],
    EXPIRED: ['line', Folder],
    TERMINATED: ['line', Folder],
  },
  position: {
    DRAFT: ['slate', Edit],
    UNDER_REVIEW: ['iris', Hourglass],
    RETURNED: ['wheat', Edit],
    PUBLISHED: ['sage', CheckCircle],
    FILLED: ['petrol', Team],
    STALE: ['wheat', ClockCircle],
    CLOSED: ['line', Folder],
  },
  slot: {
    OPEN: ['line', PlusCircle],
    HELD: ['iris', Hourglass],
    FILLED: ['petrol', User],
    WITHDRAWN: ['line', MinusCircle],
  },
  referral: {
    PROPOSED: ['wheat', Edit],
    CONSENTED: ['petrol', FileDone],
    SENT: ['iris', Hourglass],
    VIEWED: ['iris', Eye],
    INVITED: ['wheat', Edit],
    INTERVIEW: ['petrol', Calendar],
    OFFERED: ['wheat', Edit],
    ACCEPTED: ['sage', CheckCircle],
    POOLED: ['slate', Inbox],
    DECLINED_BY_CLIENT: ['line', MinusCircle],
    DECLINED_BY_ENTERPRISE: ['line', MinusCircle],
    EXPIRED: ['wheat', ClockCircle],
    WITHDRAWN: ['line', Rollback],
    OBSOLETE: ['line', Folder],
  },
  entry: {
    ACTIVE: ['sage', CheckCircle],
    PAUSED: ['wheat', PauseCircle],
    CLOSED: ['line', Folder],
  },
  batch: {
    COLLECTING: ['slate', Edit],
    SOLVED: ['petrol', Check],
    IN_REVIEW: ['petrol', Solution],
    APPROVED: ['sage', CheckCircle],
    COMMITTED: ['sage', CheckCircle],
    DISCARDED: ['line', Folder],
  },
  batchRow: {
    PROPOSED: ['wheat', Edit],
    REFUSED: ['line', Rollback],
    UNPLACED: ['slate', Inbox],
  },
  placement: {
    PLANNED: ['iris', Calendar],
    PROBATION: ['petrol', ClockCircle],
    ACTIVE: ['sage', CheckCircle],
    PAUSED: ['wheat', PauseCircle],
    ENDED: ['line', Folder],
    CANCELLED: ['line', MinusCircle],
  },
  session: {
    PLANNED: ['slate', Edit],
    OPEN: ['sage', CheckCircle],
    FULL: ['wheat', Team],
    RUNNING: ['petrol', Read],
    COMPLETED: ['line', Check],
    CANCELLED: ['line', MinusCircle],
  },
  enrolment: {
    REQUESTED: ['iris', Hourglass],
    CONFIRMED: ['sage', CheckCircle],
    WAITLISTED: ['wheat', OrderedList],
    ATTENDING: ['petrol', Read],
    COMPLETED: ['sage', CheckCircle],
    DROPPED: ['line', Rollback],
    NO_SHOW: ['wheat', MinusCircle],
  },
  attendance: {
    PRESENT: ['sage', Check],
    LATE: ['wheat', ClockCircle],
    EXCUSED: ['slate', FileDone],
    ABSENT: ['clay', MinusCircle],
  },
  consent: {
    ACTIVE: ['sage', CheckCircle],
    EXPIRING: ['wheat', ClockCircle],
    REVOKED: ['line', Rollback],
    EXPIRED: ['line', Folder],
  },
  delivery: {
    SENT: ['sage', CheckCircle],
    UNCONFIRMED: ['wheat', QuestionCircle],
    SKIPPED: ['line', MinusCircle],
    FAILED: ['clay', ExclamationCircle],
  },
  milestone: {
    SCHEDULED: ['line', ClockCircle],
    DUE: ['wheat', Calendar],
    LATE: ['clay', ClockCircle],
    DONE: ['sage', CheckCircle],
    SNOOZED: ['petrol', Hourglass],
    UNREACHED: ['clay', Phone],
    COVERED: ['line', MergeCells],
    DECLINED: ['line', MinusCircle],
    CANCELLED: ['line', MinusCircle],
  },
  verdict: {
    COMPLIANT: ['sage', CheckCircle],
    REVIEW: ['petrol', Search],
    VIOLATION: ['wheat', ExclamationCircle],
    VIOLATION_CONFIRMED: ['clay', ExclamationCircle],
    VIOLATION_AGREEMENT: ['wheat', FileExclamation],
    DISPARITY_INDICATED: ['iris', Diff],
    SEGREGATED_POST: ['petrol', Group],
    INSUFFICIENT_DATA: ['slate', QuestionCircle],
    NOT_RECEIVED: ['line', MinusCircle],
  },
  finding: {
    DETECTED: ['slate', Bulb],
    TRIAGE: ['petrol', Search],
    AWAITING_CLIENT_CONSENT: ['wheat', Edit],
    NOTIFIED: ['iris', Hourglass],
    RESPONDED: ['petrol', Message],
    NO_RESPONSE: ['wheat', ClockCircle],
    UNDER_REVIEW: ['petrol', Solution],
    REMEDY_PENDING: ['petrol', Calendar],
    RESOLVED_PAID: ['sage', CheckCircle],
    RESOLVED_EXPLAINED: ['sage', FileDone],
    DISMISSED: ['line', MinusCircle],
    DISMISSED_FALSE_POSITIVE: ['line', MinusCircle],
    ESCALATED: ['clay', UserSwitch],
    REFERRED: ['iris', Export],
    CLOSED: ['line', Folder],
    SUPERSEDED: ['line', Sync],
  },
  claim: {
    DRAFT: ['slate', Edit],
    SUBMITTED: ['iris', Hourglass],
    DOC_CHECK: ['petrol', Search],
    RETURNED: ['wheat', Edit],
    ELIGIBLE: ['petrol', Check],
    APPROVED_1: ['petrol', Solution],
    APPROVED_2: ['petrol', Solution],
    PUBLICITY: ['iris', Notification],
    PAYABLE: ['iris', Wallet],
    PAID: ['sage', CheckCircle],
    RECONCILED: ['sage', CheckCircle],
    REJECTED: ['line', MinusCircle],
    WITHDRAWN: ['line', Rollback],
    ON_HOLD: ['wheat', PauseCircle],
    CLAWBACK_PENDING: ['wheat', Undo],
    CLAWED_BACK: ['line', Undo],
  },
  task: {
    OPEN: ['petrol', CarryOut],
    DONE: ['sage', CheckCircle],
    DROPPED: ['line', MinusCircle],
  },
  aid: {
    NOTED: ['petrol', Edit],
    REFERRED: ['iris', Hourglass],
    GRANTED: ['sage', CheckCircle],
    NOT_GRANTED: ['line', MinusCircle],
    WITHDRAWN: ['line', Rollback],
  },
  pairing: {
    KNOWN: ['sage', CheckCircle],
    ASKED: ['iris', Hourglass],
    SILENT: ['slate', User],
    REFUSED: ['line', Rollback],
    ENDED: ['line', Folder],
  },
  membership: {
    PENDING: ['iris', Hourglass],
    ACTIVE: ['sage', CheckCircle],
    ENDED: ['line', Folder],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Look>>>>;

export type StatusKind = keyof typeof statusMap;

export type StatusOf<K extends StatusKind> = keyof (typeof statusMap)[K] & string;
