import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ImportRunDocument, type ImportFactsFragment, type ImportRunQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { Pager } from '../../../components/desk/pager';
import { Track } from '../../../components/figures/track';
import { Note } from '../../../components/note';
import { NotHere } from '../../../components/states/error-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { RefusedRows } from './refused-rows';

interface ImportRunViewProps {
  readonly runId: string;
  readonly backTo: string;
  readonly backLabel: string;
}

type Run = NonNullable<ImportRunQuery['importRun']>;

/** One import: how far it is, what became of its rows, and what has to be mended. */
export function ImportRunView({ runId, backTo, backLabel }: ImportRunViewProps): ReactNode {
  const { t } = useTranslation('imports');
  const [params] = useSearchParams();
  const read = useRead(ImportRunDocument, { id: runId, after: params.get('after') });
  return (
    <Loaded of={read}>
      {({ importRun }) =>
        importRun === null ? (
          <NotHere />
        ) : (
          <>
            {importRun.isDryRun ? <Note tone="slate">{t('trial')}</Note> : null}
            <Progress run={importRun} />
            <Outcome run={importRun} />
            <Link to={backTo}>{backLabel}</Link>
          </>
        )
      }
    </Loaded>
  );
}

function Progress({ run }: { readonly run: ImportFactsFragment }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const done = run.created + run.updated + run.unchanged + run.refused;
  const words = t('rowsDone', { done: format.count(done), total: format.count(run.totalRows) });
  const figures = ['created', 'updated', 'unchanged', 'refused'] as const;
  return (
    <Card
      title={run.fileName === '' ? t('fileGone') : run.fileName}
      count={t(`state.${run.state}`, { progress: run.progress })}
    >
      <div className="cb stack g8">
        {run.state === 'FAILED' ? null : (
          <Track of={100} label={t('progress')} stretches={[{ kind: 'fill', amount: run.progress }]} />
        )}
        <p className="s13" role="status">
          {words}
        </p>
        <dl className="facts" aria-label={t('counts')}>
          {figures.map((figure) => (
            <div className="contents" key={figure}>
              <dt>{t(`result.${figure}`)}</dt>
              <dd>{format.count(run[figure])}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}

function Outcome({ run }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { fileRefusal, unknownColumns } = run;
  return (
    <>
      {fileRefusal === null ? null : (
        <Note tone="wheat" role="alert">
          {t(`fileRefusal.${fileRefusal.code}`, { defaultValue: fileRefusal.message })}
          {fileRefusal.field.length === 0 ? null : t('columns', { columns: format.list(fileRefusal.field) })}
        </Note>
      )}
      {unknownColumns.length === 0 ? null : (
        <Note tone="slate">{t('unknownColumns', { columns: format.list(unknownColumns) })}</Note>
      )}
      {run.refused === 0 ? null : (
        <Card
          title={t('refusedRows')}
          count={format.count(run.rows.totalCount)}
          more={
            <a href={`/imports/${run.id}/refused.csv`} download>
              {t('download')}
            </a>
          }
        >
          <RefusedRows rows={run.rows.edges.map(({ node }) => node)} />
          <Pager shown={run.rows.edges.length} total={run.rows.totalCount} pageInfo={run.rows.pageInfo} />
        </Card>
      )}
    </>
  );
}
