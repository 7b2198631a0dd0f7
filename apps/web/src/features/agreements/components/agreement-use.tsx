import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementsQuery } from '@contract/gql';
import { Track } from '../../../components/figures/track';
import { StatusChip } from '../../../components/status/status-chip';

export type Agreement = AgreementsQuery['agreements'][number];

interface AgreementProps {
  readonly agreement: Agreement;
}

/** Pledged is the track; filled and published are what is there. */
export function AgreementUse({ agreement }: AgreementProps): ReactNode {
  const { t } = useTranslation('agreements');
  const { pledgedSlots, publishedSlots, filledSlots } = agreement;
  const label = t('use', { pledged: pledgedSlots, published: publishedSlots, filled: filledSlots });
  const stretches = [
    { kind: 'fill', amount: filledSlots },
    { kind: 'open', amount: Math.max(0, publishedSlots - filledSlots) },
  ] as const;
  return <Track of={Math.max(pledgedSlots, publishedSlots)} label={label} stretches={stretches} />;
}

export function AgreementState({ agreement }: AgreementProps): ReactNode {
  return (
    <StatusChip
      kind="agreement"
      state={agreement.status === 'ACTIVE' && agreement.isExpiring ? 'EXPIRING' : agreement.status}
    />
  );
}
