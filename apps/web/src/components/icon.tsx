import type { AbstractNode, IconDefinition } from '@ant-design/icons-svg/es/types';
import type { ReactNode } from 'react';

interface IconProps {
  readonly of: IconDefinition;
}

const drawing = (node: AbstractNode, key: number): ReactNode => {
  const Tag = node.tag as 'path';
  return (
    <Tag key={key} {...node.attrs}>
      {node.children?.map(drawing)}
    </Tag>
  );
};

/** A picture beside a word; it says nothing by itself, so screen readers pass over it. */
export function Icon({ of }: IconProps): ReactNode {
  const root = typeof of.icon === 'function' ? of.icon('currentColor', 'currentColor') : of.icon;
  return (
    <svg className="i" viewBox={root.attrs['viewBox']} aria-hidden="true" focusable="false">
      {root.children?.map(drawing)}
    </svg>
  );
}
