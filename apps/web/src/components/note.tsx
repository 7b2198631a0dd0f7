import InfoCircle from '@ant-design/icons-svg/es/asn/InfoCircleOutlined';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface NoteProps {
  readonly tone?: 'petrol' | 'wheat' | 'slate' | 'iris' | 'clay';
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
}

/** A sentence that explains or reports. */
export function Note({ tone = 'petrol', role, children }: NoteProps): ReactNode {
  return (
    <div className={tone === 'petrol' ? 'note' : `note ${tone}`} {...(role === undefined ? {} : { role })}>
      <Icon of={InfoCircle} />
      <span>{children}</span>
    </div>
  );
}
