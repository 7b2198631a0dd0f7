import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  /** The act itself, on its button. */
  readonly yes: string;
  readonly no?: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something happens that is not taken back by a click; Esc is no. */
export function Confirm({ title, text, yes, no, onYes, onNo }: ConfirmProps): ReactNode {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" role="alertdialog" aria-labelledby={id} onClose={onNo}>
      <h2 id={id}>{title}</h2>
      <p>{text}</p>
      <div className="pair">
        <button type="button" className="btn" onClick={onNo}>
          {no ?? t('cancel')}
        </button>
        <button type="button" className="btn pri" onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
