import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactChoiceInput, ContactFactsFragment, ContactWay, RefusalFragment } from '@contract/gql';
import { ShortForm } from '../../../components/short-form';
import type { CommandResult } from '../../../lib/graphql/use-command';
import { HoursField } from './hours-field';

const WAYS: readonly ContactWay[] = ['IN_APP', 'SMS', 'WECHAT', 'CALL', 'VISIT'];

interface ContactFormProps {
  readonly contact: ContactFactsFragment;
  readonly send: (input: ContactChoiceInput) => Promise<CommandResult<unknown>>;
  readonly onSaved?: () => void;
}

/** Way, hours and language of messages: by the client herself on a phone, or by her caseworker as she was told. */
export function ContactForm({ contact, send, onSaved }: ContactFormProps): ReactNode {
  const { t } = useTranslation('contact');
  const { way, language, fromMinute, toMinute, onDaysOff } = contact;
  const [input, setInput] = useState<ContactChoiceInput>({ way, language, fromMinute, toMinute, onDaysOff });
  const [isSaved, setIsSaved] = useState(false);
  const change = (part: Partial<ContactChoiceInput>): void => {
    setInput((last) => ({ ...last, ...part }));
    setIsSaved(false);
  };
  const submit = async (): Promise<readonly RefusalFragment[] | null> => {
    const result = await send(input);
    if (result.kind === 'failed') return null;
    if (result.kind === 'refused') return result.refusals;
    setIsSaved(true);
    onSaved?.();
    return [];
  };
  return (
    <ShortForm submitLabel={t('save')} onSubmit={submit}>
      <fieldset className="ticks">
        <legend>{t('wayLabel')}</legend>
        {WAYS.map((value) => (
          <label className="li" key={value}>
            <input type="radio" name="way" checked={input.way === value} onChange={() => change({ way: value })} />
            <span>{t(`way.${value}`)}</span>
          </label>
        ))}
      </fieldset>
      <HoursField fromMinute={input.fromMinute ?? null} toMinute={input.toMinute ?? null} onChange={change} />
      <label className="pick">
        <input
          type="checkbox"
          checked={input.onDaysOff}
          onChange={(event) => change({ onDaysOff: event.target.checked })}
        />
        {t('onDaysOff')}
      </label>
      <fieldset className="ticks">
        <legend>{t('languageLabel')}</legend>
        {(['ZH_CN', 'EN'] as const).map((value) => (
          <label className="li" key={value}>
            <input
              type="radio"
              name="language"
              checked={input.language === value}
              onChange={() => change({ language: value })}
            />
            <span>{t(`language.${value}`)}</span>
          </label>
        ))}
      </fieldset>
      <p role="status">{isSaved ? t('saved') : ''}</p>
    </ShortForm>
  );
}
