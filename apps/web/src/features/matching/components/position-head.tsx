import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PositionFactsFragment } from '@contract/gql';
import { PageHead } from '../../../components/page-head';
import { SlotPips } from '../../../components/figures/slot-pips';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';

/** What a position offers and asks for, in two lines, with its slots. */
export function PositionHead({ position }: { readonly position: PositionFactsFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const { slots, status } = position;
  const isFilled = status === 'PUBLISHED' && slots.open === 0 && slots.total > 0;
  const facts = t('facts', {
    enterprise: position.enterprise.name,
    township: position.township.name,
    shift: t(`common:shift.${position.shift}`),
    hours: position.weeklyHours,
    pay: format.moneyRange(position.payMin, position.payMax),
  });
  const asked = [...position.requiredSkills, ...position.requiredCertificates].map(({ name }) => name);
  return (
    <>
      <title>{t('people.pageTitle')}</title>
      <PageHead
        title={position.title}
        sub={asked.length === 0 ? facts : `${facts}${t('semicolon')}${t('people.asks', { list: format.list(asked) })}`}
      >
        <StatusChip kind="position" state={isFilled ? 'FILLED' : status} />
        <span className="s13 mut nw">{t('common:slots.open', { total: slots.total, open: slots.open })}</span>
        <SlotPips slots={slots} />
        <Link className="btn" to="/positions">
          {t('people.back')}
        </Link>
      </PageHead>
    </>
  );
}
