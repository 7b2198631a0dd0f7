import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PreviewScoreWeightsDocument, type PreviewScoreWeightsQuery, type ScoreWeightsInput } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useRead } from '../../../lib/graphql/use-read';

type Preview = NonNullable<PreviewScoreWeightsQuery['previewScoreWeights']>;
type Moved = Preview['positions'][number];

interface WeightsPreviewProps {
  readonly weights: ScoreWeightsInput;
}

/** On demand, for how many people another position would come first, and which positions gain or lose. */
export function WeightsPreview({ weights }: WeightsPreviewProps): ReactNode {
  const { t } = useTranslation('matching');
  const [asked, setAsked] = useState<string | null>(null);
  const now = JSON.stringify(weights);
  if (asked !== now)
    return (
      <div>
        <button type="button" className="btn" onClick={() => setAsked(now)}>
          {t('weights.preview')}
        </button>
      </div>
    );
  return <Asked weights={weights} />;
}

function Asked({ weights }: WeightsPreviewProps): ReactNode {
  const { t } = useTranslation('matching');
  const read = useRead(PreviewScoreWeightsDocument, { input: weights });
  const columns: readonly Column<Moved>[] = [
    {
      key: 'position',
      title: t('weights.position'),
      cell: ({ position }) => <TwoLines first={position.title} second={position.enterprise.name} />,
    },
    { key: 'before', title: t('weights.before'), cell: ({ before }) => String(before) },
    { key: 'after', title: t('weights.after'), cell: ({ after }) => String(after) },
  ];
  return (
    <Loaded of={read} rows={3}>
      {({ previewScoreWeights: preview }) =>
        preview === null ? null : (
          <>
            <p className="s13">{t('weights.changes', { people: preview.people, changed: preview.changed })}</p>
            {preview.positions.length === 0 ? null : (
              <DataTable
                caption={t('weights.moved')}
                columns={columns}
                rows={preview.positions}
                rowKey={({ position }) => position.id}
              />
            )}
          </>
        )
      }
    </Loaded>
  );
}
