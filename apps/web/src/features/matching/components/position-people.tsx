import Send from '@ant-design/icons-svg/es/asn/SendOutlined';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PeopleForPositionDocument,
  PositionHeadDocument,
  type ClientMatchFieldsFragment,
  type PositionFactsFragment,
} from '@contract/gql';
import { AccessMark, ClientLink } from '../../../components/client-link';
import { Icon } from '../../../components/icon';
import { KeyHints } from '../../../components/key-hints';
import { EmptyState } from '../../../components/states/empty-state';
import { NotHere } from '../../../components/states/error-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { useKeys } from '../../../lib/keys/use-keys';
import { usePropose, useUnderWay } from '../hooks/use-propose';
import { MatchReasons } from './match-reasons';
import { PositionHead } from './position-head';
import { ScoreTable } from './score-table';
import { SegmentBar } from '../../../components/figures/segment-bar';

type Person = ClientMatchFieldsFragment;

interface PositionPeopleProps {
  readonly positionId: string;
  readonly canPropose: boolean;
}

/** One position: what it asks for, and whom of one's clients it suits, best first, each with the reasons. */
export function PositionPeople({ positionId, canPropose }: PositionPeopleProps): ReactNode {
  const head = useRead(PositionHeadDocument, { id: positionId });
  const people = useRead(PeopleForPositionDocument, { positionId });
  return (
    <Loaded of={head}>
      {({ position }) =>
        position === null ? (
          <NotHere />
        ) : (
          <>
            <PositionHead position={position} />
            <Loaded of={people} rows={8}>
              {({ matchesForPosition }) => (
                <People position={position} people={matchesForPosition} canPropose={canPropose} />
              )}
            </Loaded>
          </>
        )
      }
    </Loaded>
  );
}

interface PeopleProps {
  readonly position: PositionFactsFragment;
  readonly people: readonly Person[];
  readonly canPropose: boolean;
}

function People({ position, people, canPropose }: PeopleProps): ReactNode {
  const { t } = useTranslation('matching');
  const [chosen, setChosen] = useState<string | null>(null);
  const current = people.find(({ client }) => client.id === chosen) ?? people[0];
  const isReferred = useUnderWay(current?.client.id).positionIds.has(position.id);
  const propose = usePropose();
  const mayPropose = canPropose && current !== undefined && !isReferred;
  const act = (): void => {
    if (mayPropose) void propose.run(current.client.id, position.id);
  };
  const move = (step: number): void => {
    const next = people[people.findIndex((person) => person === current) + step];
    if (next !== undefined) setChosen(next.client.id);
  };
  useKeys({ j: () => move(1), k: () => move(-1), p: act });
  if (current === undefined)
    return (
      <section className="card">
        <EmptyState title={t('people.empty')} text={t('people.emptyText')} />
      </section>
    );
  return (
    <>
      <div className="master">
        <PeopleList people={people} current={current} onChoose={setChosen} />
        <section className="card" aria-label={current.client.name}>
          <PersonHead person={current} isReferred={isReferred}>
            {mayPropose ? (
              <button type="button" className="btn pri" aria-disabled={propose.isRunning} onClick={act}>
                <Icon of={Send} />
                {t('people.propose')}
                <kbd aria-hidden="true">P</kbd>
              </button>
            ) : null}
          </PersonHead>
          <hr />
          <ScoreTable match={current} />
          <hr />
          <MatchReasons clientId={current.client.id} match={{ ...current, position }} />
        </section>
      </div>
      <KeyHints
        hints={[
          { keys: ['J', 'K'], does: t('people.move') },
          { keys: ['P'], does: t('keys.propose') },
        ]}
      />
    </>
  );
}

interface PersonHeadProps {
  readonly person: Person;
  readonly isReferred: boolean;
  readonly children: ReactNode;
}

function PersonHead({ person, isReferred, children }: PersonHeadProps): ReactNode {
  const { t } = useTranslation('matching');
  const { client, travelMinutes } = person;
  const minutes = travelMinutes === null ? '' : t('comma') + t('common:minutes', { count: travelMinutes });
  return (
    <div className="row wrap detail-head">
      <div>
        <h2 className="title two">
          <ClientLink client={client} tab="matches" />
        </h2>
        <p className="s13 mut">{`${client.fileNumber}${t('comma')}${client.township.name}${minutes}`}</p>
      </div>
      <span className="sp" />
      {children}
      {isReferred ? <span className="tag pick">{t('referred')}</span> : null}
    </div>
  );
}

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly current: Person;
  readonly onChoose: (clientId: string) => void;
}

function PeopleList({ people, current, onChoose }: PeopleListProps): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  return (
    <section className="card" aria-label={t('people.title')}>
      <div className="ch">
        <h2>{t('people.title')}</h2>
        <span className="n">{t('common:people', { count: people.length })}</span>
        <span className="more dim">{t('byScore')}</span>
      </div>
      <div className="mts">
        {people.map((person) => (
          <button
            key={person.client.id}
            type="button"
            className="mt"
            aria-current={person === current}
            onClick={() => onChoose(person.client.id)}
          >
            <span className="row">
              <b className="b">{person.client.name}</b>
              <AccessMark client={person.client} />
              <span className="sp" />
              <b className="b num">{format.count(person.score)}</b>
            </span>
            <SegmentBar parts={person.parts} isThin />
            <span className="row s12 mut">
              <span className="nw">{person.client.fileNumber}</span>
              <span className="sp" />
              <span className="nw">
                {person.travelMinutes === null ? '' : t('common:minutes', { count: person.travelMinutes })}
              </span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
