import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AnswerCaseTransferDocument,
  CaseTransfersDocument,
  WithdrawCaseTransferDocument,
  type TransferFragment,
} from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { TransferDrawer } from './transfer-drawer';

interface TransferListProps {
  /** A supervisor hands over at once, out of any caseload. */
  readonly isSupervisor: boolean;
}

/** Clients on their way to another caseworker, and those who moved. */
export function TransferList({ isSupervisor }: TransferListProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const [isAsking, setIsAsking] = useState(false);
  const read = useRead(CaseTransfersDocument, {});
  const columns = useColumns();
  return (
    <Card
      title={t('transfer.title')}
      more={
        <button type="button" className="btn sm" onClick={() => setIsAsking(true)}>
          {t('transfer.ask')}
        </button>
      }
    >
      <Loaded of={read}>
        {({ caseTransfers }) =>
          caseTransfers.length === 0 ? (
            <EmptyState title={t('transfer.none')} text={t('transfer.noneText')} />
          ) : (
            <DataTable caption={t('transfer.title')} columns={columns} rows={caseTransfers} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      {isAsking ? <TransferDrawer isSupervisor={isSupervisor} onClose={() => setIsAsking(false)} /> : null}
    </Card>
  );
}

function useColumns(): readonly Column<TransferFragment>[] {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  return [
    { key: 'file', title: t('transfer.file'), cell: ({ fileNumber }) => fileNumber },
    {
      key: 'way',
      title: t('transfer.way'),
      cell: ({ fromName, toName, reason }) => (
        <TwoLines
          first={t('transfer.fromTo', { from: fromName, to: toName })}
          second={t(`transfer.reasons.${reason}`)}
        />
      ),
    },
    {
      key: 'state',
      title: t('transfer.state'),
      cell: ({ status, requestedAt, decidedAt }) => (
        <TwoLines first={t(`transfer.status.${status}`)} second={format.instant(decidedAt ?? requestedAt)} />
      ),
    },
    { key: 'act', title: t('act'), isTitleHidden: true, isNumber: true, cell: (row) => <Acts row={row} /> },
  ];
}

function Acts({ row }: { readonly row: TransferFragment }): ReactNode {
  const { t } = useTranslation('caseloads');
  const answer = useCommand(AnswerCaseTransferDocument);
  const withdraw = useCommand(WithdrawCaseTransferDocument);
  const { id, fileNumber: number } = row;
  return (
    <span className="row wrap g8">
      {row.canAnswer ? (
        <>
          <ActButton
            label={t('transfer.acceptOf', { number })}
            isRunning={answer.isRunning}
            act={() => answer.run({ id, accepts: true })}
            doneText={t('transfer.accepted')}
          >
            {t('transfer.accept')}
          </ActButton>
          <ActButton
            label={t('transfer.refuseOf', { number })}
            className="btn sm txt"
            isRunning={answer.isRunning}
            act={() => answer.run({ id, accepts: false })}
            doneText={t('transfer.refused')}
          >
            {t('transfer.refuse')}
          </ActButton>
        </>
      ) : null}
      {row.canWithdraw && !row.canAnswer ? (
        <ActButton
          label={t('transfer.withdrawOf', { number })}
          className="btn sm txt"
          isRunning={withdraw.isRunning}
          act={() => withdraw.run({ id })}
          doneText={t('transfer.withdrawn')}
        >
          {t('transfer.withdraw')}
        </ActButton>
      ) : null}
    </span>
  );
}
