import Check from '@ant-design/icons-svg/es/asn/CheckOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { STEPS, type Step } from '../rules/steps';

interface BatchStepsProps {
  readonly step: Step;
  readonly isOver: boolean;
}

/** Where a batch stands on its way. */
export function BatchSteps({ step, isOver }: BatchStepsProps): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const at = STEPS.indexOf(step);
  return (
    <ol className="steps" aria-label={t('steps')}>
      {STEPS.map((name, index) => {
        const isDone = index < at || isOver;
        const isOn = index === at && !isOver;
        return (
          <li key={name} className={isDone ? 'done' : isOn ? 'on' : ''} {...(isOn ? { 'aria-current': 'step' } : {})}>
            <em>{isDone ? <Icon of={Check} /> : index + 1}</em>
            {t(`step.${name}`)}
            {isDone ? <span className="sr">{t('stepDone')}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
