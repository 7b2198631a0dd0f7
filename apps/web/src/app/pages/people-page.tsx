import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { MyPeople } from '../../features/mentors';

/** A mentor's first screen. */
export function PeoplePage(): ReactNode {
  const { t } = useTranslation('mentors');
  return (
    <>
      <title>{t('people.pageTitle')}</title>
      <PageHead title={t('people.title')} sub={t('people.sub')} />
      <MyPeople />
    </>
  );
}
