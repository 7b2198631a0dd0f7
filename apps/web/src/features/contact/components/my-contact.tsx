import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseContactDocument, MyContactDocument, type MyContactQuery } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { ContactForm } from './contact-form';

/** On a phone: what came, and how and when one is written to. */
export function MyContact(): ReactNode {
  const { t } = useTranslation('contact');
  const read = useRead(MyContactDocument, {});
  const { run } = useCommand(ChooseContactDocument);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <h1>{t('title')}</h1>
      <Loaded of={read}>
        {({ myContact, myMessages }) => (
          <>
            <Messages messages={myMessages} />
            {myContact === null ? null : (
              <section className="card pd stack g12" aria-label={t('choiceTitle')}>
                <h2 className="s18">{t('choiceTitle')}</h2>
                <p>{t('promise')}</p>
                <ContactForm
                  key={myContact.version}
                  contact={myContact}
                  send={(input) => run({ expectedVersion: myContact.version, input })}
                />
              </section>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Messages({ messages }: { readonly messages: MyContactQuery['myMessages'] }): ReactNode {
  const { t } = useTranslation('contact');
  const format = useFormat();
  return (
    <section className="card pd stack g8" aria-label={t('messages')}>
      <h2 className="s18">{t('messages')}</h2>
      {messages.length === 0 ? <p>{t('noMessages')}</p> : null}
      {messages.map(({ id, kind, caseworkerName, createdAt }) => (
        <p key={id}>
          {t(`message.${kind}`, { name: caseworkerName ?? t('office') })}
          <br />
          <span className="mut">{format.dayOfInstant(createdAt)}</span>
        </p>
      ))}
    </section>
  );
}
