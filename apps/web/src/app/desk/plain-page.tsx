import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { EmptyState } from '../../components/states/empty-state';

interface PlainPageProps {
  readonly entry: string;
}

/** An entry whose screen is not open in this county yet: what it will hold, and who can be asked meanwhile. */
export function PlainPage({ entry }: PlainPageProps): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHead title={t(`entry.${entry}`)} />
      <section className="card">
        <EmptyState title={t('plain.title')} text={t(`plain.${entry}`, { defaultValue: t('plain.text') })} />
      </section>
    </>
  );
}
