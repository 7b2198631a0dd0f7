import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MyFollowUpsDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { useRead } from '../../../lib/graphql/use-read';

/** Says on the first screen that somebody asks how work goes; nothing where nobody does. */
export function FollowUpWaiting(): ReactNode {
  const { t } = useTranslation('myFollowUp');
  const { data } = useRead(MyFollowUpsDocument, {});
  if (data === undefined || data.myFollowUps.length === 0) return null;
  return (
    <Note tone="wheat" role="status">
      <Link to="/work">{t('waiting')}</Link>
    </Note>
  );
}
