import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { useFormat } from '../../../lib/format/use-format';
import type { Batch } from '../rules/batch';

/** The same cohort and seats, placed in four ways; both numbers of each, whatever they are. */
export function PoliciesCard({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const format = useFormat();
  if (batch.outcome === null) return null;
  const columns = ['placed', 'fit', 'worst', 'blocking'] as const;
  return (
    <Card
      title={t('policy.title')}
      more={
        <a href={`/placement-batches/${batch.id}/certificate.json`} download>
          {t('policy.certificate')}
        </a>
      }
    >
      <table className="tb dn">
        <caption className="sr">{t('policy.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('policy.name')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="num">
                {t(`policy.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batch.outcome.policies.map(({ policy, placed, totalFit, worstFit, blockingPairs }, index) => (
            <tr key={policy} className={index === 0 ? 'cur' : ''}>
              <td>
                {index === 0 ? <b className="b">{t(`policy.is.${policy}`)}</b> : t(`policy.is.${policy}`)}{' '}
                {index === 0 ? <span className="dim">{t('policy.default')}</span> : null}
              </td>
              <td className="num">{format.count(placed)}</td>
              <td className="num">{format.count(totalFit)}</td>
              <td className="num">{worstFit === null ? t('common:none') : format.count(worstFit)}</td>
              <td className="num">{format.count(blockingPairs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
