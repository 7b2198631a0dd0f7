import Environment from '@ant-design/icons-svg/es/asn/EnvironmentOutlined';
import Team from '@ant-design/icons-svg/es/asn/TeamOutlined';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchUnplacedDocument, type BatchUnplacedQuery } from '@contract/gql';
import { useCheckWords } from '../../../components/match/use-check-words';
import { Card } from '../../../components/card';
import { Icon } from '../../../components/icon';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { usePlacementWords } from '../hooks/use-placement-words';
import type { Review } from '../hooks/use-review';
import type { Batch } from '../rules/batch';

type Group = NonNullable<BatchUnplacedQuery['placementBatch']>['unplacedGroups'][number];

const MOST_NAMES = 8;
const MOST_POSITIONS = 3;

interface UnplacedCardProps {
  readonly batch: Batch;
  readonly review: Review;
}

/** Who is left, in groups that share a proof, and what would help. Whom one drops here does not go where she stood. */
export function UnplacedCard({ batch, review }: UnplacedCardProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const read = useRead(BatchUnplacedDocument, { id: batch.id });
  const target = { kind: 'unplaced' } as const;
  const count = batch.clientsTotal - (batch.outcome?.placed ?? 0);
  return (
    <div
      onDragOver={(event) => review.takes(target) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        review.drop(target);
      }}
    >
      <Card title={t('unplaced.title')} count={t('common:people', { count })}>
        <Loaded of={read} rows={3}>
          {({ placementBatch }) =>
            (placementBatch?.unplacedGroups ?? []).length === 0 ? (
              <p className="li s13 mut">{t('unplaced.none')}</p>
            ) : (
              placementBatch?.unplacedGroups.map((group) => <GroupOf key={group.key} group={group} review={review} />)
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly review: Review;
}

function GroupOf({ group, review }: GroupProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { code, people } = group;
  return (
    <div className="li up">
      <span className="so">
        <Icon of={code === 'SEATS_SHORT' ? Team : Environment} />
      </span>
      <div className="sp">
        <b className="b">{t(`unplaced.${code}.title`, { count: people })}</b>
        <Proof group={group} />
        <Names group={group} review={review} />
        <Help group={group} />
      </div>
    </div>
  );
}

function Proof({ group: { code, people, competing, seats, positions } }: { readonly group: Group }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const values = { competing, seats, positions: positions.length, count: people };
  return <p className="two mut">{t(`unplaced.${code}.proof`, values)}</p>;
}

function Names({ group: { assignments, people }, review }: GroupProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const words = useCheckWords();
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? assignments : assignments.slice(0, MOST_NAMES);
  const hidden = people - assignments.length;
  return (
    <>
      <ul className="names">
        {shown.map(({ id, client, blockers }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              aria-current={review.current?.client.id === client.id}
              onClick={() => review.choose(client.id)}
            >
              {client.name}
            </button>
            {blockers.length === 0 ? null : (
              <span className="s12 mut">{blockers.map((check) => words(check)).join(t('semicolon'))}</span>
            )}
          </li>
        ))}
      </ul>
      {assignments.length > shown.length ? (
        <button type="button" className="link s12" onClick={() => setIsAll(true)}>
          {t('unplaced.all', { count: assignments.length })}
        </button>
      ) : null}
      {hidden > 0 ? <p className="s12 mut">{t('unplaced.others', { count: hidden })}</p> : null}
    </>
  );
}

function Help({ group: { code, positions } }: { readonly group: Group }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  const words = usePlacementWords();
  if (code !== 'SEATS_SHORT' || positions.length === 0) return null;
  const names = positions.slice(0, MOST_POSITIONS).map(words.place);
  const key = positions.length > MOST_POSITIONS ? 'unplaced.helpMany' : 'unplaced.help';
  return <p className="note s13">{t(key, { places: format.list(names), count: positions.length })}</p>;
}
