import Send from '@ant-design/icons-svg/es/asn/SendOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SlotPips } from '../../../components/figures/slot-pips';
import { Icon } from '../../../components/icon';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import type { Match } from '../../../components/match/use-match-words';
import { MatchReasons } from './match-reasons';
import { ScoreTable } from './score-table';

interface MatchDetailProps {
  readonly clientId: string;
  readonly match: Match;
  readonly isReferred: boolean;
  readonly canPropose: boolean;
  readonly isRunning: boolean;
  readonly onPropose: () => void;
}

/** One position for one client: the score and its parts, the hard checks, why and why not. */
export function MatchDetail(props: MatchDetailProps): ReactNode {
  const { clientId, match } = props;
  return (
    <section className="card" aria-label={match.position.title}>
      <DetailHead {...props} />
      <hr />
      <ScoreTable match={match} />
      <Beside match={match} />
      <hr />
      <MatchReasons clientId={clientId} match={match} />
    </section>
  );
}

function DetailHead({ match, isReferred, canPropose, isRunning, onPropose }: MatchDetailProps): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const { position } = match;
  const facts = {
    enterprise: position.enterprise.name,
    township: position.township.name,
    shift: t(`common:shift.${position.shift}`),
    hours: position.weeklyHours,
    pay: format.moneyRange(position.payMin, position.payMax),
  };
  return (
    <div className="row wrap detail-head">
      <div>
        <div className="row">
          <h2 className="title two">{position.title}</h2>
          <StatusChip kind="position" state={position.status} />
        </div>
        <p className="s13 mut">{t('facts', facts)}</p>
      </div>
      <span className="sp" />
      <span className="s13 mut nw row g6">
        {t('common:slots.open', { total: position.slots.total, open: position.slots.open })}
        <SlotPips slots={position.slots} />
      </span>
      {canPropose && match.feasible && !isReferred ? (
        <button type="button" className="btn pri" aria-disabled={isRunning} onClick={onPropose}>
          <Icon of={Send} />
          {t('propose')}
          <kbd aria-hidden="true">P</kbd>
        </button>
      ) : null}
      {isReferred ? <span className="tag pick">{t('referred')}</span> : null}
    </div>
  );
}

function Beside({ match }: { readonly match: Match }): ReactNode {
  const { t } = useTranslation('matching');
  const { answered, due } = match.answerRate;
  const rate =
    due === 0 ? t('noAnswers') : t('answers', { percent: Math.round((100 * answered) / due), answered, due });
  return (
    <p className="row s12 wrap detail-beside">
      <span className="tag">{t('common:referenceOnly')}</span>
      <span>{rate}</span>
    </p>
  );
}
