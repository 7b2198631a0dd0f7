import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidatesDocument, CandidateSideDocument, type CandidateFilter } from '@contract/gql';
import { Segments } from '../../../components/desk/segments';
import { useQueryState } from '../../../components/desk/use-query-state';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { isView, VIEW_NAMES, VIEWS, type View } from '../hooks/candidate-views';
import { CandidateGrid } from './candidate-grid';
import { CandidateSide } from './candidate-side';
import { PositionTabs } from './position-tabs';

/** The enterprise's first screen: cards with answer-by dates, by position. */
export function CandidateBoard(): ReactNode {
  const { t } = useTranslation('candidates');
  const [chosen, setView] = useQueryState('view');
  const [positionId, setPosition] = useQueryState('position');
  const [round, setRound] = useState(0);
  const view: View = isView(chosen) ? chosen : 'open';
  const filter: CandidateFilter = { status: [...VIEWS[view]], ...(positionId === '' ? {} : { positionId }) };
  const read = useRead(CandidatesDocument, { filter });
  const side = useRead(CandidateSideDocument, {});
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        <Segments
          label={t('view.label')}
          value={view}
          onChange={setView}
          choices={VIEW_NAMES.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </PageHead>
      <PositionTabs
        positions={(side.data?.positions.edges ?? []).map(({ node }) => node)}
        value={positionId}
        onChange={setPosition}
      />
      <div className="two-col">
        <Loaded of={read} rows={6}>
          {({ candidates }) => (
            <CandidateGrid
              key={`${view}${positionId}${round}`}
              candidates={candidates.edges.map(({ node }) => node)}
              onBatchDone={() => setRound(round + 1)}
            />
          )}
        </Loaded>
        <Loaded of={side}>{(data) => <CandidateSide side={data} positionId={positionId} />}</Loaded>
      </div>
    </>
  );
}
