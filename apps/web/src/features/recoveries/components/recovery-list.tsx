import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ConfirmFactorRecoveryDocument,
  FactorRecoveriesDocument,
  RefuseFactorRecoveryDocument,
  type RecoveryLineFragment,
} from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

/** Who lost her second step of signing in, and waits for another person to say that it is she. */
export function RecoveryList(): ReactNode {
  const { t } = useTranslation('recoveries');
  const read = useRead(FactorRecoveriesDocument, {});
  const columns = useColumns();
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <Note>{t('how')}</Note>
      <section className="card">
        <Loaded of={read}>
          {({ factorRecoveries }) =>
            factorRecoveries.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <DataTable caption={t('title')} columns={columns} rows={factorRecoveries} rowKey={({ id }) => id} />
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function useColumns(): readonly Column<RecoveryLineFragment>[] {
  const { t } = useTranslation('recoveries');
  const format = useFormat();
  return [
    {
      key: 'who',
      title: t('column.who'),
      cell: ({ displayName, role, organisationName }) => (
        <TwoLines first={displayName} second={`${t(`common:role.${role}`)} · ${organisationName}`} />
      ),
    },
    { key: 'by', title: t('column.by'), cell: ({ byOwner }) => t(byOwner ? 'byOwner' : 'byAdministrator') },
    { key: 'at', title: t('column.at'), cell: ({ requestedAt }) => format.instant(requestedAt) },
    { key: 'until', title: t('column.until'), cell: ({ expiresAt }) => format.instant(expiresAt) },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => <Acts row={row} />,
    },
  ];
}

function Acts({ row }: { readonly row: RecoveryLineFragment }): ReactNode {
  const { t } = useTranslation('recoveries');
  const confirm = useCommand(ConfirmFactorRecoveryDocument);
  const refuse = useCommand(RefuseFactorRecoveryDocument);
  return (
    <span className="row g6 wrap">
      {row.mayDecide ? (
        <ActButton
          label={t('confirmOf', { name: row.displayName })}
          className="btn sm pri"
          isRunning={confirm.isRunning}
          confirm={t('confirmHelp')}
          act={() => confirm.run({ id: row.id })}
          doneText={t('confirmed')}
        >
          {t('confirm')}
        </ActButton>
      ) : (
        <span className="s13 mut">{t('notYou')}</span>
      )}
      <ActButton
        label={t('refuseOf', { name: row.displayName })}
        className="btn sm txt"
        isRunning={refuse.isRunning}
        confirm={t('refuseHelp')}
        act={() => refuse.run({ id: row.id })}
        doneText={t('refused')}
      >
        {t('refuse')}
      </ActButton>
    </span>
  );
}
