import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ConfirmEnrolmentDocument,
  SessionParticipantsDocument,
  WaitlistEnrolmentDocument,
  type SessionParticipantsQuery,
} from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Loaded } from '../../../components/states/loaded';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useViewer } from '../../../lib/session/viewer-context';

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
  const answers = useViewer().role === 'BASE_MANAGER';
  const answer: Column<Row> = {
    key: 'answer',
    title: t('answer'),
    isTitleHidden: true,
    isNumber: true,
    cell: (row) => <SeatAnswers row={row} />,
  };
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    { key: 'seat', title: t('seat'), cell: ({ status }) => t(`seatState.${status}`) },
    ...(answers ? [answer] : []),
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

/** A seat for who asked or waits for one, or a place on the waiting list. */
function SeatAnswers({ row: { id, status } }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('training');
  const confirm = useCommand(ConfirmEnrolmentDocument);
  const waitlist = useCommand(WaitlistEnrolmentDocument);
  const isRunning = confirm.isRunning || waitlist.isRunning;
  if (status !== 'REQUESTED' && status !== 'WAITLISTED') return null;
  return (
    <>
      {status === 'REQUESTED' ? (
        <ActButton label={t('waitlist')} isRunning={isRunning} act={() => waitlist.run({ enrolmentId: id })} />
      ) : null}{' '}
      <ActButton
        label={t('confirm')}
        className="btn pri sm"
        isRunning={isRunning}
        act={() => confirm.run({ enrolmentId: id })}
      />
    </>
  );
}
