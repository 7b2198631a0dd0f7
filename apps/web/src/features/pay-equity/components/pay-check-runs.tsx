import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PayCheckRunsDocument, RunPayCheckDocument, type PayCheckRunsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

type Run = PayCheckRunsQuery['payCheckRuns'][number];

/** The monthly checks: coverage before results. */
export function PayCheckRuns(): ReactNode {
  const { t } = useTranslation('payEquity');
  const [isOpen, setIsOpen] = useState(false);
  const read = useRead(PayCheckRunsDocument, {});
  const columns = useColumns();
  const start = (
    <button type="button" className="btn pri sm" onClick={() => setIsOpen(true)}>
      {t('run.start')}
    </button>
  );
  return (
    <Card title={t('run.title')} more={start}>
      <Loaded of={read}>
        {({ payCheckRuns }) =>
          payCheckRuns.length === 0 ? (
            <EmptyState title={t('run.none')} text={t('run.noneText')} />
          ) : (
            <DataTable caption={t('run.title')} columns={columns} rows={payCheckRuns} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      {isOpen ? <RunDrawer onClose={() => setIsOpen(false)} /> : null}
    </Card>
  );
}

function useColumns(): readonly Column<Run>[] {
  const { t } = useTranslation('payEquity');
  const format = useFormat();
  return [
    {
      key: 'period',
      title: t('column.period'),
      cell: ({ period, revision }) => (
        <TwoLines
          first={<Link to={`?period=${period}`}>{format.month(period)}</Link>}
          second={t('run.revision', { count: revision })}
        />
      ),
    },
    {
      key: 'state',
      title: t('run.state'),
      cell: ({ state, finishedAt }) => (
        <TwoLines first={t(`run.is.${state}`)} second={finishedAt === null ? null : format.instant(finishedAt)} />
      ),
    },
    {
      key: 'coverage',
      title: t('run.coverage'),
      isNumber: true,
      cell: ({ linesReceived, linesExpected }) => `${linesReceived}/${linesExpected}`,
    },
    { key: 'compliant', title: t('run.compliant'), isNumber: true, cell: ({ compliant }) => compliant },
    { key: 'review', title: t('run.review'), isNumber: true, cell: ({ review }) => review },
    { key: 'findings', title: t('run.toVerify'), isNumber: true, cell: ({ findings }) => findings },
    { key: 'insufficient', title: t('run.insufficient'), isNumber: true, cell: ({ insufficient }) => insufficient },
  ];
}

/** The month before a day: payroll is checked after it was paid. */
function lastMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

function RunDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('payEquity');
  const format = useFormat();
  const { run, isRunning } = useCommand(RunPayCheckDocument);
  const report = useReport();
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('run.started'));
    onClose();
  };
  return (
    <SideDrawer title={t('run.start')} onClose={onClose}>
      <CommandForm<{ period: string }, unknown>
        initial={{ period: lastMonth(format.today) }}
        submitLabel={t('run.start')}
        isRunning={isRunning}
        onSubmit={({ period }) => run({ period })}
        onDone={done}
      >
        <InputField name="period" label={t('column.period')} type="month" help={t('run.help')} />
      </CommandForm>
    </SideDrawer>
  );
}
