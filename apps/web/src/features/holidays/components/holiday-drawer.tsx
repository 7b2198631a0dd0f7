import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadHolidaysDocument, type HolidayDayInput } from '@contract/gql';
import { useReport } from '../../../components/desk/act-button';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useCommand } from '../../../lib/graphql/use-command';

interface HolidayValues {
  readonly year: string;
  readonly off: string;
  readonly work?: string;
  readonly source: string;
}

const SEPARATORS = /[\s,;，；、]+/;

const listed = (text: string, isOff: boolean): HolidayDayInput[] =>
  text
    .split(SEPARATORS)
    .filter((day) => day !== '')
    .map((day) => ({ day, isOff }));

/** Takes a year's notice down: days off and make-up working days, one after another. */
export function HolidayDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('holidays');
  const { run, isRunning } = useCommand(LoadHolidaysDocument);
  const report = useReport();
  const send = ({ year, off, work = '', source }: HolidayValues): ReturnType<typeof run> =>
    run({ input: { year: Number(year), days: [...listed(off, true), ...listed(work, false)], source } });
  const done = (): void => {
    report({ kind: 'done', payload: null }, t('loaded'));
    onClose();
  };
  return (
    <SideDrawer title={t('load')} onClose={onClose}>
      <CommandForm<HolidayValues, unknown>
        initial={{}}
        submitLabel={t('load')}
        isRunning={isRunning}
        onSubmit={send}
        onDone={done}
      >
        <InputField name="year" label={t('year')} inputMode="numeric" />
        <Form.Item
          name="off"
          label={t('daysOff')}
          extra={t('offHelp')}
          rules={[{ required: true, message: t('common:form.required') }]}
        >
          <Input.TextArea rows={6} />
        </Form.Item>
        <Form.Item name="work" label={t('makeUp')} extra={t('workHelp')}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <InputField name="source" label={t('source')} help={t('sourceHelp')} />
      </CommandForm>
    </SideDrawer>
  );
}
