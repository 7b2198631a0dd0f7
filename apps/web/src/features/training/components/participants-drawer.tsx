import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionParticipantsDocument, type SessionParticipantsQuery } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';

type Row = SessionParticipantsQuery['sessionParticipants'][number];

interface ParticipantsDrawerProps {
  readonly sessionId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Who sits in a session: asked for by a press, since each look stands in the person's log. */
export function ParticipantsDrawer({ sessionId, title, onClose }: ParticipantsDrawerProps): ReactNode {
  const { t } = useTranslation('training');
  const read = useRead(SessionParticipantsDocument, { sessionId });
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    { key: 'seat', title: t('seat'), cell: ({ status }) => t(`seatState.${status}`) },
  ];
  return (
    <SideDrawer title={title} onClose={onClose}>
      <p className="mut">{t('namesNote')}</p>
      <Loaded of={read}>
        {({ sessionParticipants: rows }) =>
          rows.length === 0 ? (
            <p>{t('noNames')}</p>
          ) : (
            <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
    </SideDrawer>
  );
}
