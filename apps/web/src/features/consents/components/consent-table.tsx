import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientConsentFragment } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';

/** Days before its end from which a consent reads as ending soon. */
const SOON_DAYS = 14;

interface ConsentTableProps {
  readonly caption: string;
  readonly rows: readonly ClientConsentFragment[];
  /** Null where this reader only reads. */
  readonly acts: {
    readonly onRenew: (grant: ClientConsentFragment) => void;
    readonly onWithdraw: (grant: ClientConsentFragment) => void;
  } | null;
}

/** Consents as rows: to whom and what for, which fields, how long, how it is proven, what can be done. */
export function ConsentTable({ caption, rows, acts }: ConsentTableProps): ReactNode {
  return <DataTable caption={caption} columns={useColumns(acts)} rows={rows} rowKey={({ id }) => id} />;
}

function useColumns(acts: ConsentTableProps['acts']): readonly Column<ClientConsentFragment>[] {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const facts: readonly Column<ClientConsentFragment>[] = [
    {
      key: 'recipient',
      title: t('recipient'),
      cell: ({ recipient, purpose }) => <TwoLines first={recipient.name} second={t(`common:purpose.${purpose}`)} />,
    },
    {
      key: 'fields',
      title: t('fields'),
      cell: ({ fieldGroups }) => format.list(fieldGroups.map((group) => t(`common:fieldGroup.${group}`))),
    },
    {
      key: 'valid',
      title: t('valid'),
      cell: ({ validFrom, validTo }) => `${format.day(validFrom)}–${format.day(validTo)}`,
    },
    { key: 'given', title: t('given'), cell: (grant) => <Given grant={grant} /> },
    { key: 'state', title: t('state'), cell: (grant) => <State grant={grant} /> },
  ];
  if (acts === null) return facts;
  return [
    ...facts,
    {
      key: 'acts',
      title: t('acts'),
      cell: (grant) => (
        <span className="row g6">
          <button type="button" className="btn sm" onClick={() => acts.onRenew(grant)}>
            {t('renew')}
          </button>
          <button type="button" className="btn sm" onClick={() => acts.onWithdraw(grant)}>
            {t('withdraw')}
          </button>
        </span>
      ),
    },
  ];
}

function Given({ grant }: { readonly grant: ClientConsentFragment }): ReactNode {
  const { t } = useTranslation('consents');
  if (grant.recordedByName === null) return t('byHerself');
  const seen = t(grant.seenByClientAt === null ? 'notSeenYet' : 'seen');
  const how = grant.evidenceKind === 'READ_ALOUD' ? t('readAloud') : t('signed');
  return (
    <TwoLines
      first={
        <a href={`/consents/${grant.id}/paper`} target="_blank" rel="noreferrer">
          {how}
        </a>
      }
      second={t('recordedBy', { name: grant.recordedByName, seen })}
    />
  );
}

function State({ grant }: { readonly grant: ClientConsentFragment }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const { status, validTo, revokedAt, withdrawalWay } = grant;
  const isEnding = status === 'ACTIVE' && format.daysFromToday(validTo) <= SOON_DAYS;
  const way = withdrawalWay === null ? '' : t(`way.${withdrawalWay}`);
  return (
    <TwoLines
      first={<StatusChip kind="consent" state={isEnding ? 'EXPIRING' : status} />}
      second={revokedAt === null ? null : `${format.dayOfInstant(revokedAt)} ${way}`}
    />
  );
}
