import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ClientContactDocument,
  RecordContactChoiceDocument,
  RemindClientDocument,
  type ContactFactsFragment,
} from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { clockText } from './clock-text';
import { ContactForm } from './contact-form';

interface ClientContactCardProps {
  readonly clientId: string;
  /** Her own caseworker changes the choice as she was told; the supervisor only reminds. */
  readonly canChange: boolean;
}

/** How a client wishes to be written to, when she was last reminded, and a reminder now. */
export function ClientContactCard({ clientId, canChange }: ClientContactCardProps): ReactNode {
  const { t } = useTranslation('contact');
  const read = useRead(ClientContactDocument, { clientId });
  const [isChanging, setIsChanging] = useState(false);
  const change = (
    <button type="button" className="link" onClick={() => setIsChanging(true)}>
      {t('change')}
    </button>
  );
  return (
    <Loaded of={read}>
      {({ clientContact }) =>
        clientContact === null ? null : (
          <Card title={t('choiceTitle')} {...(canChange ? { more: change } : {})}>
            <Choice contact={clientContact} />
            {isChanging ? <ChangeDrawer contact={clientContact} onClose={() => setIsChanging(false)} /> : null}
          </Card>
        )
      }
    </Loaded>
  );
}

function Choice({ contact }: { readonly contact: ContactFactsFragment }): ReactNode {
  const { t } = useTranslation('contact');
  const format = useFormat();
  const remind = useCommand(RemindClientDocument);
  const { id, way, fromMinute, toMinute, onDaysOff, lastRemindedOn } = contact;
  const hours =
    fromMinute === null || toMinute === null
      ? t('usualHours')
      : t('between', { from: clockText(fromMinute), to: clockText(toMinute) });
  return (
    <div className="cb stack g8">
      <p>{t(`way.${way}`)}</p>
      <p className="mut">
        {hours}
        {onDaysOff ? ` · ${t('onDaysOffShort')}` : ''}
      </p>
      <div className="row g6 wrap">
        <ActButton
          label={t('remind')}
          isRunning={remind.isRunning}
          act={() => remind.run({ clientId: id })}
          doneText={t('reminded')}
        />
        <span className="mut">
          {lastRemindedOn === null ? t('neverReminded') : t('lastReminded', { day: format.day(lastRemindedOn) })}
        </span>
      </div>
    </div>
  );
}

interface ChangeDrawerProps {
  readonly contact: ContactFactsFragment;
  readonly onClose: () => void;
}

function ChangeDrawer({ contact, onClose }: ChangeDrawerProps): ReactNode {
  const { t } = useTranslation('contact');
  const { run } = useCommand(RecordContactChoiceDocument);
  return (
    <SideDrawer title={t('choiceTitle')} onClose={onClose}>
      <ContactForm
        contact={contact}
        send={(input) => run({ clientId: contact.id, expectedVersion: contact.version, input })}
        onSaved={onClose}
      />
    </SideDrawer>
  );
}
