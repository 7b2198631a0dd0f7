import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { ClientLink } from '../../../components/client-link';
import { Track } from '../../../components/figures/track';
import { useFormat } from '../../../lib/format/use-format';
import type { Chosen } from '../hooks/use-chosen';
import type { PlannedSeat, PlannedSession } from '../hooks/use-plan';
import { PlaceStepper } from './place-stepper';

interface SessionCardProps {
  readonly planned: PlannedSession;
  readonly more: number;
  readonly onMore: (places: number) => void;
  readonly chosen: Chosen | null;
}

/** A session: its seats, who would take them, and what a seat more would do. */
export function SessionCard({ planned, more, onMore, chosen }: SessionCardProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const format = useFormat();
  const { session, seats, freeSeats, oneMoreSeat } = planned;
  const name = t('session', { course: session.course.name, number: session.number });
  const free = freeSeats + more;
  const taken = t('seats', { taken: seats.length, free });
  return (
    <Card title={name} count={taken} more={<PlaceStepper kind="seats" name={name} value={more} onChange={onMore} />}>
      <div className="cb stack g8">
        <Track of={free} label={taken} stretches={[{ kind: 'fill', amount: seats.length }]} />
        <p className="s13 mut">
          {t('days', {
            from: format.day(session.startsOn),
            to: format.day(session.endsOn),
            enrolTo: format.day(session.enrolTo),
          })}
        </p>
        {oneMoreSeat === null ? null : <p className="s13">{t(oneMoreSeat > 0 ? 'seatCounts' : 'seatIdle')}</p>}
        {seats.length === 0 && oneMoreSeat !== null ? <p className="s13 mut">{t('noSeat')}</p> : null}
        <ul className="stack g8">
          {seats.map((seat) => (
            <li key={seat.client.id}>
              <Seat seat={seat} sessionId={session.id} chosen={chosen} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

interface SeatProps {
  readonly seat: PlannedSeat;
  readonly sessionId: string;
  readonly chosen: Chosen | null;
}

function Seat({ seat: { client, position, learns, withoutSession }, sessionId, chosen }: SeatProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const format = useFormat();
  return (
    <div style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
      {chosen === null ? null : (
        <input
          type="checkbox"
          aria-label={t('tick', { name: client.name })}
          checked={chosen.has(client.id, sessionId)}
          onChange={() => chosen.turn(client.id, sessionId)}
          style={{ marginTop: 3 }}
        />
      )}
      <div className="stack">
        <span>
          <ClientLink client={client} />{' '}
          <span className="b">{t('opens', { title: position.title, enterprise: position.enterprise.name })}</span>
        </span>
        <span className="s13 mut">
          {t('learns', { names: format.list(learns.map(({ name }) => name)) })}
          {withoutSession.length === 0 ? t('nothingYet') : null}
        </span>
        <Taken places={withoutSession} />
      </div>
    </div>
  );
}

/** More than these are told only to who asks: one line says why as well as twenty. */
const TOLD_AT_ONCE = 2;

/** The positions that she could start at today, and who has got them. */
function Taken({ places }: { readonly places: PlannedSeat['withoutSession'] }): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const format = useFormat();
  const told = places.map(({ position, takenBy }) => (
    <span className="s13 mut" key={position.id}>
      {t('takenBy', {
        title: position.title,
        enterprise: position.enterprise.name,
        names: format.list(takenBy.map(({ name }) => name)),
      })}
    </span>
  ));
  const rest = told.slice(TOLD_AT_ONCE);
  return (
    <>
      {told.slice(0, TOLD_AT_ONCE)}
      {rest.length === 0 ? null : (
        <details>
          <summary className="s13 mut">{t('takenToo', { count: rest.length })}</summary>
          <div className="stack">{rest}</div>
        </details>
      )}
    </>
  );
}
