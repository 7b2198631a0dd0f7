import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchCapacityDocument } from '@contract/gql';
import { Card } from '../../../components/card';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import type { Batch } from '../rules/batch';

const SHOWN = 12;

/** Before anything is solved: which seats the cohort meets, and how many people could take them. */
export function CapacityPreview({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const read = useRead(BatchCapacityDocument, { id: batch.id });
  return (
    <Card title={t('capacity.title')}>
      <Loaded of={read} rows={5}>
        {({ placementBatch }) => {
          const lines = placementBatch?.capacity.lines ?? [];
          return (
            <>
              <table className="tb dn">
                <caption className="sr">{t('capacity.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('capacity.position')}</th>
                    <th scope="col" className="num">
                      {t('capacity.seats')}
                    </th>
                    <th scope="col" className="num">
                      {t('capacity.people')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {lines.slice(0, SHOWN).map(({ position, openSlots, feasibleClients }) => (
                    <tr key={position.id}>
                      <td>
                        <span className="b">{position.title}</span>
                        <span className="two">{position.enterprise.name}</span>
                      </td>
                      <td className="num">{openSlots}</td>
                      <td className="num">{feasibleClients}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {lines.length === 0 ? <p className="li mut s13">{t('capacity.none')}</p> : null}
              {lines.length > SHOWN ? (
                <p className="li mut s13">{t('capacity.more', { count: lines.length - SHOWN })}</p>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
