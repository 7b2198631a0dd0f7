import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ImportRunsDocument, type ImportFactsFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

interface ImportRunListProps {
  readonly pathOf: (runId: string) => string;
}

/** One's own imports, newest first, each with its counts. */
export function ImportRunList({ pathOf }: ImportRunListProps): ReactNode {
  const { t } = useTranslation('imports');
  const read = useRead(ImportRunsDocument, {});
  const columns = useColumns(pathOf);
  return (
    <Card title={t('runs')}>
      <Loaded of={read}>
        {({ importRuns }) =>
          importRuns.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')} />
          ) : (
            <DataTable caption={t('runs')} columns={columns} rows={importRuns} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
    </Card>
  );
}

function useColumns(pathOf: (runId: string) => string): readonly Column<ImportFactsFragment>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const count = (key: 'created' | 'updated' | 'unchanged' | 'refused'): Column<ImportFactsFragment> => ({
    key,
    title: t(`result.${key}`),
    isNumber: true,
    cell: (run) => format.count(run[key]),
  });
  return [
    {
      key: 'file',
      title: t('file'),
      cell: ({ id, fileName, kind, isDryRun }) => (
        <TwoLines
          first={<Link to={pathOf(id)}>{fileName === '' ? t('fileGone') : fileName}</Link>}
          second={isDryRun ? t('trialOf', { kind: t(`kind.${kind}`) }) : t(`kind.${kind}`)}
        />
      ),
    },
    { key: 'state', title: t('stateLabel'), cell: ({ state, progress }) => t(`state.${state}`, { progress }) },
    count('created'),
    count('updated'),
    count('unchanged'),
    count('refused'),
  ];
}
