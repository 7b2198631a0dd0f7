import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyCaseTransfersDocument } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

/** Who looks after her from now on, or was asked to. */
export function MyTransfers(): ReactNode {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  const read = useRead(MyCaseTransfersDocument, {});
  return (
    <Loaded of={read}>
      {({ myCaseTransfers }) => {
        const told = myCaseTransfers.filter(({ status }) => status === 'ACCEPTED' || status === 'REQUESTED');
        return told.length === 0 ? null : (
          <section className="card" aria-label={t('mine.transfers')}>
            <h2 className="pd s18">{t('mine.transfers')}</h2>
            {told.map(({ id, status, fromName, toName, reason, requestedAt, decidedAt }) => (
              <div className="pd stack g8" key={id}>
                <b>{t(`mine.transfer.${status}`, { from: fromName, to: toName })}</b>
                <span>
                  {t('mine.transferWhy', {
                    why: t(`transfer.reasons.${reason}`),
                    day: format.instant(decidedAt ?? requestedAt),
                  })}
                </span>
              </div>
            ))}
          </section>
        );
      }}
    </Loaded>
  );
}
