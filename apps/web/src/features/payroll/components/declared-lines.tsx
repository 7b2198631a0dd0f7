import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PayrollLinesDocument, type PayrollLinesQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Pager } from '../../../components/desk/pager';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type Line = PayrollLinesQuery['payrollLines']['edges'][number]['node'];

interface DeclaredLinesProps {
  readonly period: string;
}

/** What an enterprise declared for a month, as its latest declaration left it. */
export function DeclaredLines({ period }: DeclaredLinesProps): ReactNode {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const [params] = useSearchParams();
  const read = useRead(PayrollLinesDocument, { period, after: params.get('after') });
  const columns: readonly Column<Line>[] = [
    { key: 'code', title: t('code'), cell: ({ employeeNumber }) => <span className="code">{employeeNumber}</span> },
    { key: 'job', title: t('job'), cell: ({ jobCode }) => jobCode },
    { key: 'base', title: t('base'), isNumber: true, cell: ({ base }) => format.money(base) },
    {
      key: 'revision',
      title: t('revision'),
      cell: ({ revision, earlierVersions }) =>
        earlierVersions === 0
          ? t('revisionNumber', { number: revision })
          : t('revisionWithEarlier', { number: revision, count: earlierVersions }),
    },
  ];
  return (
    <Card title={t('declaredLines')}>
      <Loaded of={read}>
        {({ payrollLines: { edges, totalCount, pageInfo } }) =>
          totalCount === 0 ? (
            <EmptyState title={t('noLines')} text={t('noLinesText')} />
          ) : (
            <>
              <DataTable
                caption={t('declaredLines')}
                columns={columns}
                rows={edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
              />
              <Pager shown={edges.length} total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
