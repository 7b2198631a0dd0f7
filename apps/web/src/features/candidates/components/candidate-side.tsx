import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmPositionDocument, type CandidateSideQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { SlotPips } from '../../../components/figures/slot-pips';
import { Track } from '../../../components/figures/track';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';

type Position = CandidateSideQuery['positions']['edges'][number]['node'];
type Agreement = CandidateSideQuery['agreements'][number];

interface CandidateSideProps {
  readonly side: CandidateSideQuery;
  readonly positionId: string;
}

const MOST_POSITIONS = 4;

/** At the right: slots, the answer rate, the pledge. */
export function CandidateSide({ side, positionId }: CandidateSideProps): ReactNode {
  const positions = side.positions.edges.map(({ node }) => node);
  const shown =
    positionId === ''
      ? positions.filter(({ status }) => status === 'PUBLISHED' || status === 'STALE').slice(0, MOST_POSITIONS)
      : positions.filter(({ id }) => id === positionId);
  return (
    <div className="stack">
      {shown.map((position) => (
        <PositionSlots key={position.id} position={position} />
      ))}
      <OwnAnswers rate={side.enterpriseAnswerRate} />
      {side.agreements
        .filter(({ status }) => status === 'ACTIVE')
        .map((agreement) => (
          <Pledge key={agreement.id} agreement={agreement} />
        ))}
    </div>
  );
}

function PositionSlots({ position }: { readonly position: Position }): ReactNode {
  const { t } = useTranslation(['candidates', 'positions']);
  const format = useFormat();
  const { run, isRunning } = useCommand(ConfirmPositionDocument);
  const { slots, lastConfirmedAt, title, id } = position;
  return (
    <Card title={title}>
      <div className="cb stack g8">
        <div className="row s13">
          <span className="nw">{t('common:slots.filled', { filled: slots.filled, total: slots.total })}</span>
          <span className="sp" />
          <SlotPips slots={slots} />
        </div>
        <div className="row s13 mut">
          <span>
            {lastConfirmedAt === null
              ? t('positions:notConfirmed')
              : t('confirmedOn', { day: format.dayOfInstant(lastConfirmedAt) })}
          </span>
          <span className="sp" />
          <ActButton
            label={t('positions:confirmOne', { title })}
            className="link"
            isRunning={isRunning}
            act={() => run({ id })}
            doneText={t('positions:confirmed', { title })}
          >
            {t('positions:confirm')}
          </ActButton>
        </div>
      </div>
    </Card>
  );
}

function OwnAnswers({ rate }: { readonly rate: CandidateSideQuery['enterpriseAnswerRate'] }): ReactNode {
  const { t } = useTranslation('candidates');
  const percent = rate.due === 0 ? null : Math.round((100 * rate.answered) / rate.due);
  return (
    <Card title={t('rate.title')} count={t('rate.days')}>
      <div className="cb stack g8">
        {percent === null ? (
          <p className="s13 mut">{t('rate.none')}</p>
        ) : (
          <>
            <p className="row">
              <span className="title">{percent}%</span>
              <span className="mut s13">{t('rate.figures', { answered: rate.answered, due: rate.due })}</span>
            </p>
            <Track
              of={rate.due}
              label={t('rate.figures', { answered: rate.answered, due: rate.due })}
              stretches={[{ kind: 'fill', amount: rate.answered }]}
            />
          </>
        )}
        <p className="s12 dim">{t('rate.help')}</p>
      </div>
    </Card>
  );
}

function Pledge({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const { pledgedSlots, publishedSlots, filledSlots, effectiveTo } = agreement;
  const label = t('pledge.figures', { pledged: pledgedSlots, published: publishedSlots, filled: filledSlots });
  const stretches = [
    { kind: 'fill', amount: filledSlots },
    { kind: 'open', amount: Math.max(0, publishedSlots - filledSlots) },
  ] as const;
  return (
    <Card title={t('pledge.title')}>
      <div className="cb stack g8">
        <p className="s13">{label}</p>
        <Track of={Math.max(pledgedSlots, publishedSlots)} label={label} stretches={stretches} />
        <p className="s12 mut">{t('pledge.until', { day: format.day(effectiveTo) })}</p>
      </div>
    </Card>
  );
}
