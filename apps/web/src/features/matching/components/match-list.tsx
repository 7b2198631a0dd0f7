import MinusCircle from '@ant-design/icons-svg/es/asn/MinusCircleOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Icon } from '../../../components/icon';
import { useFormat } from '../../../lib/format/use-format';
import { useMatchWords, type Match } from '../../../components/match/use-match-words';
import { SegmentBar } from '../../../components/figures/segment-bar';

interface MatchListProps {
  readonly feasible: readonly Match[];
  readonly near: readonly Match[];
  readonly current: Match;
  readonly onChoose: (positionId: string) => void;
}

/** At the left: who can be proposed, and what is one step away. */
export function MatchList({ feasible, near, current, onChoose }: MatchListProps): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <div className="stack">
      <Card
        title={t('feasible')}
        count={t('positions', { count: feasible.length })}
        more={<span className="dim">{t('byScore')}</span>}
      >
        <div className="mts">
          {feasible.map((match) => (
            <MatchRow key={match.position.id} match={match} isCurrent={match === current} onChoose={onChoose} />
          ))}
          {feasible.length === 0 ? <p className="li mut">{t('noneFeasible')}</p> : null}
        </div>
      </Card>
      <Card title={t('near')} count={t('positions', { count: near.length })}>
        {near.length === 0 ? <p className="li mut">{t('noneNear')}</p> : null}
        {near.map((match) => (
          <NearRow key={match.position.id} match={match} onChoose={onChoose} />
        ))}
      </Card>
    </div>
  );
}

interface MatchRowProps {
  readonly match: Match;
  readonly isCurrent: boolean;
  readonly onChoose: (positionId: string) => void;
}

function MatchRow({ match, isCurrent, onChoose }: MatchRowProps): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const { position, score, parts, travelMinutes } = match;
  const minutes = travelMinutes === null ? '' : t('comma') + t('common:minutes', { count: travelMinutes });
  return (
    <button type="button" className="mt" aria-current={isCurrent} onClick={() => onChoose(position.id)}>
      <span className="row">
        <b className="b">{position.title}</b>
        <span className="dim s13">{position.enterprise.name}</span>
        <span className="sp" />
        <b className="b num">{format.count(score)}</b>
      </span>
      <SegmentBar parts={parts} isThin />
      <span className="row s12 mut">
        <span className="nw">{position.township.name + minutes}</span>
        <span className="nw">{format.moneyRange(position.payMin, position.payMax)}</span>
        <span className="sp" />
        <span className="nw">{t('open', { count: position.slots.open })}</span>
      </span>
    </button>
  );
}

function NearRow({ match, onChoose }: Omit<MatchRowProps, 'isCurrent'>): ReactNode {
  const { t } = useTranslation('matching');
  const words = useMatchWords();
  const { position, hardChecks } = match;
  const failed = hardChecks.filter(({ passed }) => !passed).map((check) => words.check(check, position));
  return (
    <div className="li">
      <span className="no s13">
        <Icon of={MinusCircle} />
      </span>
      <span className="sp">
        <b className="b">{position.title}</b> <span className="dim">{position.enterprise.name}</span>
        <span className="two">{failed.join(t('semicolon'))}</span>
      </span>
      <button
        type="button"
        className="link nw"
        aria-label={t('seeOne', { title: position.title })}
        onClick={() => onChoose(position.id)}
      >
        {t('see')}
      </button>
    </div>
  );
}
