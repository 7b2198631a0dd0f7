import Send from '@ant-design/icons-svg/es/asn/SendOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScoreWeightsVersionDocument } from '@contract/gql';
import { SlotPips } from '../../../components/figures/slot-pips';
import { Icon } from '../../../components/icon';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { useMatchWords, type Match } from '../hooks/use-match-words';
import { MatchReasons } from './match-reasons';
import { SegmentBar } from './segment-bar';

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

function ScoreTable({ match }: { readonly match: Match }): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const words = useMatchWords();
  const version = useRead(ScoreWeightsVersionDocument, {}).data?.scoreWeightsInForce.version;
  return (
    <>
      <div className="row detail-score">
        <span className="figure">{format.count(match.score)}</span>
        <span className="dim s13">/10,000</span>
        <span className="sp" />
        {version === undefined ? null : <span className="s12 dim">{t('legend', { version })}</span>}
      </div>
      <div className="detail-bar">
        <SegmentBar parts={match.parts} />
      </div>
      <table className="tb dn pt0">
        <caption className="sr">{t('parts')}</caption>
        <tbody>
          {match.parts.map((part) => (
            <tr key={part.name}>
              <th scope="row" className="part">
                {t(`part.${part.name}`)}
              </th>
              <td className="part-bar">
                <SegmentBar parts={[part]} />
              </td>
              <td className="num">
                <b className="b">{format.count(part.points)}</b>
                <span className="dim">/{format.count(part.of)}</span>
              </td>
              <td className="mut s12">{words.part(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
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
