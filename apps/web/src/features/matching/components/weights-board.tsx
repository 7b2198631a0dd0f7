import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScoreWeightsDocument, type WeightsFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { WEIGHT_FIELDS } from './weight-fields';
import { WeightsForm } from './weights-form';

/** What each part of the score counts for in this county, and what another weighing would change. */
export function WeightsBoard(): ReactNode {
  const { t } = useTranslation('matching');
  const read = useRead(ScoreWeightsDocument, {});
  const [isDone, setIsDone] = useState(false);
  return (
    <>
      <title>{t('weights.pageTitle')}</title>
      <Loaded of={read} rows={6}>
        {({ scoreWeightsInForce, scoreWeights }) => (
          <>
            <PageHead title={t('weights.title')} sub={t('weights.sub', { version: scoreWeightsInForce.version })} />
            {isDone ? <Note role="status">{t('weights.changed')}</Note> : null}
            <div className="grid halves">
              <WeightsForm
                key={scoreWeights.length}
                inForce={scoreWeightsInForce}
                latestVersion={Math.max(...scoreWeights.map(({ version }) => version))}
                onDone={() => setIsDone(true)}
              />
              <Versions versions={scoreWeights} inForce={scoreWeightsInForce.version} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

interface VersionsProps {
  readonly versions: readonly WeightsFragment[];
  readonly inForce: number;
}

function Versions({ versions, inForce }: VersionsProps): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const columns: readonly Column<WeightsFragment>[] = [
    {
      key: 'version',
      title: t('weights.version'),
      cell: ({ version }) => (
        <>
          {version} {version === inForce ? <span className="tag pick">{t('weights.inForce')}</span> : null}
        </>
      ),
    },
    {
      key: 'from',
      title: t('weights.from'),
      cell: ({ effectiveFrom }) => (effectiveFrom === null ? t('weights.always') : format.day(effectiveFrom)),
    },
    ...WEIGHT_FIELDS.map(({ field, part }) => ({
      key: field,
      title: t(`part.${part}`),
      cell: (row: WeightsFragment) => format.count(row[field]),
    })),
  ];
  return (
    <Card title={t('weights.versions')}>
      <DataTable
        caption={t('weights.versions')}
        columns={columns}
        rows={versions}
        rowKey={({ version }) => String(version)}
      />
    </Card>
  );
}
