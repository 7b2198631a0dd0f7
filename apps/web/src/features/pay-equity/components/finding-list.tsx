import Close from '@ant-design/icons-svg/es/asn/CloseOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PayFindingsDocument, type PayFindingStatus } from '@contract/gql';
import { Card } from '../../../components/card';
import { Pager } from '../../../components/desk/pager';
import { Segments } from '../../../components/desk/segments';
import { useQueryState } from '../../../components/desk/use-query-state';
import { Icon } from '../../../components/icon';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { FindingTable } from './finding-table';

const VIEWS = {
  triage: ['DETECTED', 'TRIAGE'],
  open: [
    'DETECTED',
    'TRIAGE',
    'AWAITING_CLIENT_CONSENT',
    'NOTIFIED',
    'RESPONDED',
    'NO_RESPONSE',
    'UNDER_REVIEW',
    'REMEDY_PENDING',
    'ESCALATED',
    'REFERRED',
  ],
  over: ['RESOLVED_PAID', 'RESOLVED_EXPLAINED', 'DISMISSED', 'DISMISSED_FALSE_POSITIVE', 'CLOSED', 'SUPERSEDED'],
} as const satisfies Record<string, readonly PayFindingStatus[]>;
type View = keyof typeof VIEWS;
const VIEW_NAMES = Object.keys(VIEWS) as View[];

const isView = (value: string): value is View => value in VIEWS;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

interface FindingListProps {
  readonly canOpenClient: boolean;
}

/** Pay findings by where they stand, of all months or of the one in the address. */
export function FindingList({ canOpenClient }: FindingListProps): ReactNode {
  const { t } = useTranslation('payEquity');
  const [params] = useSearchParams();
  const [chosen, setView] = useQueryState('view');
  const [asked, setPeriod] = useQueryState('period');
  const view: View = isView(chosen) ? chosen : 'open';
  const period = MONTH.test(asked) ? asked : null;
  const filter = { status: [...VIEWS[view]], period };
  const read = useRead(PayFindingsDocument, { after: params.get('after'), filter });
  const views = (
    <span className="row g6 wrap">
      {period === null ? null : <MonthChip period={period} onClear={() => setPeriod('')} />}
      <Segments
        label={t('view.label')}
        value={view}
        onChange={setView}
        choices={VIEW_NAMES.map((value) => ({ value, label: t(`view.${value}`) }))}
      />
    </span>
  );
  return (
    <Card title={t('findings')} more={views}>
      <Loaded of={read}>
        {({ payFindings }) => (
          <>
            {payFindings.edges.length === 0 ? (
              <EmptyState title={t('empty')} text={t('emptyText')} />
            ) : (
              <FindingTable rows={payFindings.edges.map(({ node }) => node)} withClient canOpenClient={canOpenClient} />
            )}
            <Pager shown={payFindings.edges.length} total={payFindings.totalCount} pageInfo={payFindings.pageInfo} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

interface MonthChipProps {
  readonly period: string;
  readonly onClear: () => void;
}

/** The month that the list is narrowed to; a click shows all months again. */
function MonthChip({ period, onClear }: MonthChipProps): ReactNode {
  const { t } = useTranslation('payEquity');
  const format = useFormat();
  const month = format.month(period);
  return (
    <button type="button" className="btn sm" aria-label={t('allMonths', { month })} onClick={onClear}>
      {month}
      <Icon of={Close} />
    </button>
  );
}
