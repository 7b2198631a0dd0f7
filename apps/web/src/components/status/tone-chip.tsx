import type { IconDefinition } from '@ant-design/icons-svg/es/types';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import type { Tone } from './status-map';

interface ToneChipProps {
  readonly tone: Tone;
  readonly icon: IconDefinition;
  readonly children: ReactNode;
}

/** A chip whose word is not a state, such as a clock. */
export function ToneChip({ tone, icon, children }: ToneChipProps): ReactNode {
  return (
    <span className={`st ${tone}`}>
      <Icon of={icon} />
      {children}
    </span>
  );
}
