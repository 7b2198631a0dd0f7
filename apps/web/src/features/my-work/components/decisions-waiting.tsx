import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MyWorkDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { useRead } from '../../../lib/graphql/use-read';
import { awaitsDecision } from './awaits-decision';

/** Says on every first screen that something waits for one's word; nothing where nothing does. */
export function DecisionsWaiting(): ReactNode {
  const { t } = useTranslation('myWork');
  const { data } = useRead(MyWorkDocument, {});
  const count = data?.myReferrals.filter(awaitsDecision).length ?? 0;
  if (count === 0) return null;
  return (
    <Note tone="wheat" role="status">
      <Link to="/work">{t('waiting', { count })}</Link>
    </Note>
  );
}
