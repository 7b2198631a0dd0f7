import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandResult } from '../../lib/graphql/use-command';
import { useRefusalText } from '../../lib/i18n/use-refusal-text';
import { Confirm } from './confirm';

interface ActButtonProps {
  readonly label: string;
  readonly className?: string;
  readonly isRunning: boolean;
  /** Said before the act, with the act itself on the button. */
  readonly confirm?: string;
  readonly act: () => Promise<CommandResult<unknown>>;
  readonly doneText?: string;
  readonly children?: ReactNode;
}

/** A button that does one thing at once and says what became of it. */
export function ActButton({
  label,
  className = 'btn sm',
  isRunning,
  confirm,
  act,
  doneText,
  children,
}: ActButtonProps): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const report = useReport();
  const run = async (): Promise<void> => report(await act(), doneText);
  const press = (): void => {
    if (isRunning) return;
    if (confirm === undefined) void run();
    else setIsAsking(true);
  };
  return (
    <>
      <button type="button" className={className} aria-disabled={isRunning} onClick={press}>
        {children ?? label}
      </button>
      {isAsking && confirm !== undefined ? (
        <Confirm
          title={label}
          text={confirm}
          yes={label}
          onYes={() => {
            setIsAsking(false);
            void run();
          }}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}

/** Says in one line what became of a command that has no form. */
export function useReport(): (result: CommandResult<unknown>, doneText?: string) => void {
  const { message } = App.useApp();
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  return (result, doneText) => {
    if (result.kind === 'failed') void message.warning(t('form.failed'));
    if (result.kind === 'refused') void message.warning(result.refusals.map(refusalText).join(' '));
    if (result.kind === 'done' && doneText !== undefined) void message.success(doneText);
  };
}
