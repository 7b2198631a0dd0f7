import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import {
  AddClientsToBatchDocument,
  BatchCandidateIdsDocument,
  BatchCandidatesDocument,
  TownshipsDocument,
  type BatchCandidatesQuery,
} from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { FilterSelect } from '../../../components/desk/filter-fields';
import { Pager } from '../../../components/desk/pager';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import type { Batch } from '../rules/batch';
import { toggled, withAll } from '../rules/ticks';
import { AddTray } from './add-tray';

type Candidate = BatchCandidatesQuery['batchCandidates']['edges'][number]['node'];

interface CandidatePickerProps {
  readonly batch: Batch;
  readonly onAdded: () => void;
}

/** Who may still be added: explicit ticks, all of a page or all at once, and a result for each. */
export function CandidatePicker({ batch, onAdded }: CandidatePickerProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const [params] = useSearchParams();
  const township = params.get('township');
  const filter = township === null ? null : { township };
  const read = useRead(BatchCandidatesDocument, { after: params.get('after'), filter });
  const townships = useRead(TownshipsDocument, {}).data?.townships ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const add = useCommand(AddClientsToBatchDocument);
  const client = useClient();
  const tickAll = async (): Promise<void> => {
    const { data } = await client.query(BatchCandidateIdsDocument, { filter }).toPromise();
    setTicked((last) => withAll(last, data?.batchCandidateIds ?? []));
  };
  return (
    <section className="card" aria-label={t('cohort.add')}>
      <div className="row g6 wrap li">
        <FilterSelect
          name="township"
          label={t('cohort.township')}
          choices={townships.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <span className="sp" />
        <button type="button" className="btn sm" onClick={() => void tickAll()}>
          {t('cohort.tickAll')}
        </button>
      </div>
      <Loaded of={read} rows={8}>
        {({ batchCandidates: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={t('cohort.nobody')} text={t('cohort.nobodyText')} />
          ) : (
            <>
              <Candidates rows={edges.map(({ node }) => node)} ticked={ticked} onTick={setTicked} />
              <Pager shown={edges.length} total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
      <AddTray
        count={ticked.size}
        isRunning={add.isRunning}
        onLeave={() => setTicked(new Set())}
        run={() => add.run({ id: batch.id, clientIds: [...ticked] })}
        onDone={(notIn) => {
          setTicked(new Set(notIn));
          if (notIn.length === 0) onAdded();
        }}
      />
    </section>
  );
}

interface CandidatesProps {
  readonly rows: readonly Candidate[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

function Candidates({ rows, ticked, onTick }: CandidatesProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const ids = rows.map(({ id }) => id);
  const isPage = ids.every((id) => ticked.has(id));
  const columns: readonly Column<Candidate>[] = [
    {
      key: 'tick',
      title: t('cohort.tick'),
      isTitleHidden: true,
      cell: ({ id, name }) => (
        <input
          type="checkbox"
          aria-label={t('cohort.tickOne', { name })}
          checked={ticked.has(id)}
          onChange={() => onTick(toggled(ticked, [id]))}
        />
      ),
    },
    {
      key: 'name',
      title: t('cohort.name'),
      cell: ({ name, fileNumber }) => <TwoLines first={name} second={fileNumber} />,
    },
    { key: 'township', title: t('cohort.township'), cell: ({ township }) => township.name },
    {
      key: 'wish',
      title: t('cohort.wish'),
      cell: ({ desiredOccupations }) =>
        desiredOccupations.length === 0 ? t('cohort.noWish') : format.list(desiredOccupations.map(({ name }) => name)),
    },
    {
      key: 'caseworker',
      title: t('cohort.caseworker'),
      cell: ({ caseworkerName }) => caseworkerName ?? t('common:none'),
    },
  ];
  return (
    <>
      <label className="row g6 li s13">
        <input type="checkbox" checked={isPage} onChange={() => onTick(toggled(ticked, ids))} />
        {t('cohort.tickPage', { count: ids.length })}
      </label>
      <DataTable caption={t('cohort.add')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </>
  );
}
