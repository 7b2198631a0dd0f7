import { App, Drawer } from 'antd';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DirtyContext } from './dirty-context';

interface SideDrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form or a detail at the right side; asks before typed input is left behind. */
export function SideDrawer({ title, onClose, children }: SideDrawerProps): ReactNode {
  const { t } = useTranslation('common');
  const { modal } = App.useApp();
  const isDirty = useRef(false);
  const note = useCallback((dirty: boolean) => {
    isDirty.current = dirty;
  }, []);
  useLeaveWarning(isDirty);
  const leave = (): void => {
    if (!isDirty.current) return onClose();
    modal.confirm({
      title: t('form.leaveTitle'),
      content: t('form.leave'),
      okText: t('form.leaveYes'),
      cancelText: t('form.leaveNo'),
      onOk: onClose,
    });
  };
  return (
    <Drawer
      open
      title={title}
      onClose={leave}
      size={440}
      destroyOnHidden
      aria-label={title}
      closable={{ 'aria-label': t('close') }}
    >
      <DirtyContext value={note}>{children}</DirtyContext>
    </Drawer>
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
