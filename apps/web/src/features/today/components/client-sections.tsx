import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClientLink } from '../../../components/client-link';
import { Card } from '../../../components/card';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { Line, Nothing } from './line';
import type { TodayData } from './today-data';

interface ClientSectionsProps {
  readonly today: TodayData;
}

/** What waits with clients: decisions, standstill, pay findings. */
export function ClientSections({ today }: ClientSectionsProps): ReactNode {
  return (
    <>
      <ClientDecisions rows={today.clientDecisions} />
      <StalledClients rows={today.stalledClients} />
      <FindingsToTriage rows={today.findingsToTriage} />
    </>
  );
}

function ClientDecisions({ rows }: { readonly rows: TodayData['clientDecisions'] }): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <Card title={t('group.clientDecisions')} count={t('common:people', { count: rows.length })} id="clientDecisions">
      {rows.length === 0 ? <Nothing>{t('empty.clientDecisions')}</Nothing> : null}
      {rows.map(({ id, client, position, status, answerDueOn }) => (
        <Line
          key={id}
          first={<ClientLink client={client} tab="referrals" />}
          second={`${position.enterprise.name} ${position.title}${answerDueOn === null ? '' : ` · ${t('answerBy', { day: format.day(answerDueOn) })}`}`}
        >
          <StatusChip kind="referral" state={status} />
        </Line>
      ))}
    </Card>
  );
}

/** Longer lists are opened by a button: what waits below them must stay in sight. */
const SHOWN_AT_FIRST = 6;

function StalledClients({ rows }: { readonly rows: TodayData['stalledClients'] }): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <Card title={t('group.stalledClients')} count={t('common:people', { count: rows.length })} id="stalledClients">
      {rows.length === 0 ? <Nothing>{t('empty.stalledClients')}</Nothing> : null}
      {shown.map(({ client, lastChangedOn, idleDays }) => (
        <Line
          key={client.id}
          first={<ClientLink client={client} />}
          second={t('idle', { count: idleDays, day: format.day(lastChangedOn) })}
        >
          <Link to={`/clients/${client.id}/matches`}>{t('seeMatches')}</Link>
        </Line>
      ))}
      {shown.length === rows.length ? null : (
        <button type="button" className="li link" onClick={() => setIsOpen(true)}>
          {t('showAll', { count: rows.length })}
        </button>
      )}
    </Card>
  );
}

function FindingsToTriage({ rows }: { readonly rows: TodayData['findingsToTriage'] }): ReactNode {
  const { t } = useTranslation(['today', 'payEquity']);
  const format = useFormat();
  return (
    <Card
      title={t('group.findingsToTriage')}
      count={t('items', { count: rows.length })}
      more={<Link to="/pay-findings">{t('common:all')}</Link>}
      id="findingsToTriage"
    >
      {rows.length === 0 ? <Nothing>{t('empty.findingsToTriage')}</Nothing> : null}
      {rows.map(({ id, client, enterprise, period, ruleCode, shortfall, verdict, findingClass }) => (
        <Line
          key={id}
          first={<Link to={`/pay-findings/${id}`}>{client.name}</Link>}
          second={`${enterprise.name} · ${format.month(period)} · ${t(`payEquity:short.${ruleCode}`, { amount: shortfall === null ? '' : format.money(shortfall) })}`}
        >
          <StatusChip
            kind="verdict"
            state={verdict === 'VIOLATION' && findingClass === 'AGREEMENT' ? 'VIOLATION_AGREEMENT' : verdict}
          />
        </Line>
      ))}
    </Card>
  );
}
