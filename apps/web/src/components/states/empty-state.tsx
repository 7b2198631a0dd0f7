import Inbox from '@ant-design/icons-svg/es/asn/InboxOutlined';
import type { IconDefinition } from '@ant-design/icons-svg/es/types';
import type { ReactNode } from 'react';
import { Icon } from '../icon';

interface EmptyStateProps {
  readonly icon?: IconDefinition;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** Nothing here: one bold line, one line that says what happens next, at most one button. */
export function EmptyState({ icon = Inbox, title, text, children }: EmptyStateProps): ReactNode {
  return (
    <div className="em">
      <span className="emi">
        <Icon of={icon} />
      </span>
      <b className="b">{title}</b>
      {text === undefined ? null : <p className="s13 mut">{text}</p>}
      {children === undefined ? null : <div className="row">{children}</div>}
    </div>
  );
}
