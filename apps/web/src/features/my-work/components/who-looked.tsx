import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyConsentsQuery } from '@contract/gql';
import { useFormat } from '../../../lib/format/use-format';

type Row = MyConsentsQuery['myDisclosures'][number];

/** Who looked at what on which day, and on what it rested, in plain words. */
export function WhoLooked({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { t } = useTranslation('myWork');
  return (
    <section className="card" aria-label={t('looked')}>
      <h2 className="pd s18">{t('looked')}</h2>
      {rows.length === 0 ? <p className="pd">{t('nobodyLooked')}</p> : null}
      <ul>
        {rows.map((row) => (
          <Look key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Look({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation(['myWork', 'trainee']);
  const format = useFormat();
  const what = t('trainee:looked.what', { what: t(`group.${row.fieldGroup}`), count: row.count });
  const purpose = row.purpose === null ? '' : t(`common:purpose.${row.purpose}`);
  return (
    <li className="pd">
      <b>
        {row.readerName === ''
          ? row.recipientName
          : t('trainee:looked.who', { recipient: row.recipientName, reader: row.readerName })}
      </b>
      <p>{`${format.day(row.day)} ${what}`}</p>
      <p className="dim">{t(`basis.${row.basis}`, { purpose })}</p>
    </li>
  );
}
