import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementsDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { AgreementState, AgreementUse, type Agreement } from './agreement-use';

/** The enterprise's own agreement: how many slots it pledged, how many are used, until when. */
export function OwnAgreements(): ReactNode {
  const { t } = useTranslation('agreements');
  const read = useRead(AgreementsDocument, {});
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} />
      <Loaded of={read}>
        {({ agreements }) =>
          agreements.length === 0 ? (
            <section className="card">
              <EmptyState title={t('none')} text={t('noneText')} />
            </section>
          ) : (
            agreements.map((agreement) => <OwnAgreement key={agreement.id} agreement={agreement} />)
          )
        }
      </Loaded>
    </>
  );
}

function OwnAgreement({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const format = useFormat();
  const days = format.daysFromToday(agreement.effectiveTo);
  return (
    <Card
      title={t('ofTerm', { from: format.day(agreement.effectiveFrom), to: format.day(agreement.effectiveTo) })}
      more={<AgreementState agreement={agreement} />}
    >
      <div className="cb stack g8">
        <p>
          {t('use', {
            pledged: agreement.pledgedSlots,
            published: agreement.publishedSlots,
            filled: agreement.filledSlots,
          })}
        </p>
        <AgreementUse agreement={agreement} />
        <p className="s12 mut">{days >= 0 ? t('daysLeft', { count: days }) : t('over')}</p>
        <p className="s13">{t('equalPay')}</p>
      </div>
    </Card>
  );
}
