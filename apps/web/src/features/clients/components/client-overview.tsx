import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientOverviewDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { NotHere } from '../../../components/states/error-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import type { ClientFacts } from './client-facts';
import { ClientFactsDrawer } from './client-facts-drawer';
import { FactList, type Fact } from './fact-list';
import { IdentityNumberCard } from './identity-number-card';

interface ClientOverviewProps {
  readonly clientId: string;
  /** The supervisor looks; only the own caseworker changes. */
  readonly canChange: boolean;
}

/** The facts that matching works with, and what comes next. */
export function ClientOverview({ clientId, canChange }: ClientOverviewProps): ReactNode {
  const read = useRead(ClientOverviewDocument, { id: clientId });
  return (
    <Loaded of={read}>
      {({ client }) => (client === null ? <NotHere /> : <Overview client={client} canChange={canChange} />)}
    </Loaded>
  );
}

interface OverviewProps {
  readonly client: ClientFacts;
  readonly canChange: boolean;
}

function Overview({ client, canChange }: OverviewProps): ReactNode {
  const { t } = useTranslation('clients');
  const [isChanging, setIsChanging] = useState(false);
  const change = canChange ? (
    <button type="button" className="link" onClick={() => setIsChanging(true)}>
      {t('change')}
    </button>
  ) : undefined;
  return (
    <div className="halves">
      <Card title={t('work.title')} {...(change === undefined ? {} : { more: change })}>
        <FactList facts={useWorkFacts(client)} />
      </Card>
      <div className="stack" style={{ gap: 14 }}>
        <Card title={t('contact.title')}>
          <FactList facts={useContactFacts(client)} />
        </Card>
        {canChange ? <IdentityNumberCard clientId={client.id} kept={client.identityNumber} /> : null}
      </div>
      {isChanging ? (
        <ClientFactsDrawer client={client} clientId={client.id} onClose={() => setIsChanging(false)} />
      ) : null}
    </div>
  );
}

function useWorkFacts(client: ClientFacts): readonly Fact[] {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const names = (list: readonly { readonly name: string }[]): string =>
    list.length === 0 ? t('common:none') : format.list(list.map(({ name }) => name));
  const words = (prefix: string, codes: readonly string[]): string =>
    codes.length === 0
      ? t('common:none')
      : format.list(codes.map((code) => t(`common:${prefix}.${code}`, { defaultValue: code })));
  const certificate = ({ name, validTo }: ClientFacts['certificates'][number]): string =>
    validTo === null ? name : t('validTo', { name, day: format.day(validTo) });
  return [
    [t('work.skills'), names(client.skills)],
    [
      t('work.certificates'),
      client.certificates.length === 0 ? t('common:none') : format.list(client.certificates.map(certificate)),
    ],
    [t('work.wishes'), names(client.desiredOccupations)],
    [
      t('work.pay'),
      client.minAcceptablePay === null
        ? t('common:unknown')
        : t('atLeast', { amount: format.money(client.minAcceptablePay) }),
    ],
    [t('work.hours'), t('common:hoursPerWeek', { count: client.weeklyHoursAvailable })],
    [t('work.shifts'), words('shift', client.wishedShifts)],
    [t('work.shiftLimits'), words('shift', client.shiftLimits)],
    [t('work.limits'), words('capacity', client.capacityLimits)],
    [
      t('work.needs'),
      client.accommodationNeeds.length === 0 ? t('common:none') : format.list(client.accommodationNeeds),
    ],
    [t('work.travel'), t('common:minutes', { count: client.travelLimitMinutes })],
    [t('work.from'), client.availableFrom === null ? t('now') : format.day(client.availableFrom)],
    [t('work.ranking'), client.objectsToRanking ? t('work.objects') : t('work.ranked')],
  ];
}

function useContactFacts(client: ClientFacts): readonly Fact[] {
  const { t } = useTranslation('clients');
  return [
    [t('contact.phone'), client.phone ?? t('common:unknown')],
    [t('contact.township'), client.township.name],
    [t('contact.birthYear'), client.birthYear === null ? t('common:unknown') : String(client.birthYear)],
    [t('contact.education'), t(`common:education.${client.educationCode}`)],
  ];
}
