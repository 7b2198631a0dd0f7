import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SecondSupervisorDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { useRead } from '../../../lib/graphql/use-read';
import { useViewer } from '../../../lib/session/viewer-context';

/** Says where a second supervisor is missing what waits for one, and who names her; nothing where there are two. */
export function SecondPersonNote(): ReactNode {
  const { t } = useTranslation('shell');
  const { data } = useRead(SecondSupervisorDocument, {});
  const { role } = useViewer();
  if (data === undefined || data.hasSecondSupervisor) return null;
  return <Note tone="wheat">{t(role === 'ADMINISTRATOR' ? 'secondPerson.toName' : 'secondPerson.waits')}</Note>;
}
