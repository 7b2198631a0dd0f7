import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeScoreWeightsDocument, type ChangeScoreWeightsMutation, type WeightsFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField } from '../../../components/desk/fields';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { sumOf, WEIGHT_FIELDS, WEIGHT_TOTAL, weightsOf, type WeightValues } from './weight-fields';
import { WeightsPreview } from './weights-preview';

interface WeightsFormProps {
  readonly inForce: WeightsFragment;
  readonly latestVersion: number;
  readonly onDone: () => void;
}

type Values = WeightValues & { readonly effectiveFrom: string };

/** Another weighing: what it sums to, what it would change, and from which day it counts. */
export function WeightsForm({ inForce, latestVersion, onDone }: WeightsFormProps): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const { run, isRunning } = useCommand(ChangeScoreWeightsDocument);
  const initial = Object.fromEntries(WEIGHT_FIELDS.map(({ field }) => [field, String(inForce[field])]));
  return (
    <Card title={t('weights.change')}>
      <div className="stack" style={{ padding: '0 14px 14px' }}>
        <CommandForm<Values, ChangeScoreWeightsMutation['changeScoreWeights']>
          initial={{ ...(initial as unknown as WeightValues), effectiveFrom: format.today }}
          submitLabel={t('weights.submit')}
          isRunning={isRunning}
          onSubmit={({ effectiveFrom, ...values }) =>
            run({ input: weightsOf(values), effectiveFrom, expectedVersion: latestVersion })
          }
          onDone={onDone}
        >
          <div className="grid halves">
            {WEIGHT_FIELDS.map(({ field, part }) => (
              <InputField key={field} name={field} label={t(`part.${part}`)} inputMode="numeric" />
            ))}
          </div>
          <Sum />
          <InputField name="effectiveFrom" type="date" label={t('weights.from')} help={t('weights.fromHelp')} />
        </CommandForm>
      </div>
    </Card>
  );
}

function Sum(): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const weights = weightsOf(Form.useWatch((values: Partial<WeightValues>) => values, Form.useFormInstance()) ?? {});
  const sum = sumOf(weights);
  const rest = WEIGHT_TOTAL - sum;
  return (
    <div className="stack g8" style={{ marginBottom: 14 }}>
      <p className="s13" role="status">
        {Number.isNaN(sum) ? t('weights.noSum') : t('weights.sum', { sum: format.count(sum) })}
        {rest > 0 ? t('weights.left', { points: format.count(rest) }) : null}
        {rest < 0 ? t('weights.over', { points: format.count(-rest) }) : null}
      </p>
      {rest === 0 ? <WeightsPreview weights={weights} /> : null}
    </div>
  );
}
