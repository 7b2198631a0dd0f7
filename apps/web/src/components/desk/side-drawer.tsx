import Close from '@ant-design/icons-svg/es/asn/CloseOutlined';
import { Suspense, useCallback, useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import { Confirm } from './confirm';
import { DirtyContext } from './dirty-context';

interface SideDrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form or a detail at the right side, by the browser's own dialog; asks before typed input is left behind. */
export function SideDrawer({ title, onClose, children }: SideDrawerProps): ReactNode {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const isDirty = useRef(false);
  const [isAsking, setIsAsking] = useState(false);
  const note = useCallback((dirty: boolean) => {
    isDirty.current = dirty;
  }, []);
  useEffect(() => dialog.current?.showModal(), []);
  useLeaveWarning(isDirty);
  const leave = (): void => (isDirty.current ? setIsAsking(true) : onClose());
  const press = (event: MouseEvent): void => {
    if (event.target === dialog.current) leave(); // beside the drawer, on its backdrop
  };
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-label={title}
      onMouseDown={press}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        leave();
      }}
    >
      <div className="drawer-in">
        <div className="row drawer-head">
          <h2>{title}</h2>
          <span className="sp" />
          <button type="button" className="btn sm txt" aria-label={t('close')} onClick={leave}>
            <Icon of={Close} />
          </button>
        </div>
        <DirtyContext value={note}>
          <Suspense fallback={null}>{children}</Suspense>
        </DirtyContext>
      </div>
      {isAsking ? (
        <Confirm
          title={t('form.leaveTitle')}
          text={t('form.leave')}
          yes={t('form.leaveYes')}
          no={t('form.leaveNo')}
          onYes={onClose}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </dialog>
  );
}

function useLeaveWarning(isDirty: { readonly current: boolean }): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isDirty.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
