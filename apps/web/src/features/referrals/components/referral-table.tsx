import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralRowFragment } from '@contract/gql';
import { ClientLink } from '../../../components/client-link';
import { DataTable, type Column } from '../../../components/data-table';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { ReferralActs, type ReferralAct } from './referral-acts';
import { ReferralDrawer } from './referral-drawer';

export type ReferralRow = ReferralRowFragment;

interface ReferralTableProps {
  readonly rows: readonly ReferralRow[];
  /** On a client's own page her name need not stand in every row. */
  readonly withClient: boolean;
  readonly canAct: boolean;
}

/** Referrals with their clock and what can be done now; the server says which steps are open. */
export function ReferralTable({ rows, withClient, canAct }: ReferralTableProps): ReactNode {
  const { t } = useTranslation('referrals');
  const [open, setOpen] = useState<{ readonly act: ReferralAct; readonly row: ReferralRow } | null>(null);
  const columns = useColumns(withClient, canAct, (act, row) => setOpen({ act, row }));
  return (
    <>
      <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {open === null ? null : (
        <ReferralDrawer key={open.row.id + open.act} act={open.act} row={open.row} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

type Open = (act: ReferralAct, row: ReferralRow) => void;

function useColumns(withClient: boolean, canAct: boolean, onOpen: Open): readonly Column<ReferralRow>[] {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const client: Column<ReferralRow> = {
    key: 'client',
    title: t('column.client'),
    cell: (row) => (
      <TwoLines first={<ClientLink client={row.client} tab="referrals" />} second={t('card', { code: row.cardCode })} />
    ),
  };
  return [
    ...(withClient ? [client] : []),
    {
      key: 'position',
      title: t('column.position'),
      cell: ({ position, cardCode }) => (
        <TwoLines
          first={position.title}
          second={
            withClient ? position.enterprise.name : `${position.enterprise.name} · ${t('card', { code: cardCode })}`
          }
        />
      ),
    },
    { key: 'state', title: t('column.state'), cell: (row) => <StateCell row={row} /> },
    { key: 'clock', title: t('column.clock'), cell: (row) => <ClockCell row={row} /> },
    {
      key: 'score',
      title: t('column.score'),
      isNumber: true,
      cell: ({ score }) => (score === null ? '–' : format.count(score)),
    },
    ...(canAct
      ? [
          {
            key: 'act',
            title: t('column.act'),
            isTitleHidden: true,
            isNumber: true,
            cell: (row: ReferralRow) => <ReferralActs row={row} onOpen={(act) => onOpen(act, row)} />,
          },
        ]
      : []),
  ];
}

function StateCell({ row }: { readonly row: ReferralRow }): ReactNode {
  const { t } = useTranslation('referrals');
  const reason = row.refusalReason;
  return (
    <>
      <StatusChip kind="referral" state={row.status} />
      {reason === null ? null : <span className="two">{t(`reason.${reason}`, { defaultValue: reason })}</span>}
    </>
  );
}

/** By when who must act, as far as the state has a clock. */
function ClockCell({ row }: { readonly row: ReferralRow }): ReactNode {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { status, answerDueOn, respondBy, invitation, offer } = row;
  if (status === 'PROPOSED' && answerDueOn !== null)
    return t('clock.client', { day: format.dayWithWeekday(answerDueOn) });
  if ((status === 'SENT' || status === 'VIEWED') && respondBy !== null)
    return t('clock.enterprise', { day: format.dayWithWeekday(respondBy) });
  if ((status === 'INVITED' || status === 'INTERVIEW') && invitation !== null)
    return <TwoLines first={format.instant(invitation.at)} second={invitation.place} />;
  if (offer !== null && (status === 'OFFERED' || status === 'ACCEPTED'))
    return <TwoLines first={t('clock.hire', { day: format.day(offer.hireDate) })} second={format.money(offer.pay)} />;
  return null;
}
