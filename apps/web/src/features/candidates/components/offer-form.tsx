import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OfferCandidateDocument, type OfferInput, type Shift } from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { Note } from '../../../components/note';
import { addDays } from '../../../lib/format/day';
import { fenOf } from '../../../lib/format/money';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import type { Candidate } from '../hooks/candidate-views';

const SHIFTS: readonly Shift[] = ['DAY', 'MIDDLE', 'NIGHT', 'ROTATING'];
const MONTHLY_PAY_CYCLE_DAYS = 30;
const DAYS_TO_START = 7;

interface OfferValues {
  readonly payFen: string;
  readonly weeklyHours: string;
  readonly shift: Shift;
  readonly hireDate: string;
  readonly contractTo?: string;
  readonly probationMonths?: string;
  readonly payCycleDays: string;
}

interface OfferFormProps {
  readonly candidate: Candidate;
  readonly onDone: () => void;
}

/** All terms of the contract; sending holds one slot for seven days. */
export function OfferForm({ candidate, onDone }: OfferFormProps): ReactNode {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const { run, isRunning } = useCommand(OfferCandidateDocument);
  const { position } = candidate;
  const initial: Partial<OfferValues> = {
    payFen: position.payMin.amount,
    weeklyHours: String(position.weeklyHours),
    shift: position.shift,
    hireDate: addDays(format.today, DAYS_TO_START),
    payCycleDays: String(MONTHLY_PAY_CYCLE_DAYS),
  };
  const send = async (values: OfferValues): ReturnType<typeof run> => {
    const payFen = fenOf(values.payFen);
    if (payFen === null)
      return {
        kind: 'refused',
        refusals: [
          { __typename: 'RefusalError', code: 'AMOUNT_UNREADABLE', message: '', field: ['payFen'], details: [] },
        ],
      };
    return run({ id: candidate.id, input: inputOf(values, payFen) });
  };
  return (
    <CommandForm<OfferValues, unknown>
      initial={initial}
      submitLabel={t('send.offer')}
      isRunning={isRunning}
      onSubmit={send}
      onDone={onDone}
    >
      <div style={{ marginBottom: 14 }}>
        <Note>{t('offerHelp', { pay: format.moneyRange(position.payMin, position.payMax) })}</Note>
      </div>
      <OfferFields />
    </CommandForm>
  );
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

function inputOf(
  { weeklyHours, shift, hireDate, contractTo, probationMonths, payCycleDays }: OfferValues,
  payFen: number,
): OfferInput {
  return {
    payFen,
    weeklyHours: Number(weeklyHours),
    shift,
    hireDate,
    payCycleDays: Number(payCycleDays),
    contractTo: isGiven(contractTo) ? contractTo : null,
    probationMonths: isGiven(probationMonths) ? Number(probationMonths) : 0,
  };
}

function OfferFields(): ReactNode {
  const { t } = useTranslation('candidates');
  return (
    <>
      <InputField name="payFen" label={t('field.pay')} inputMode="decimal" unit={t('yuanPerMonth')} />
      <InputField name="weeklyHours" label={t('field.hours')} inputMode="numeric" unit={t('hourUnit')} />
      <RadioField
        name="shift"
        label={t('field.shift')}
        choices={SHIFTS.map((value) => ({ value, label: t(`common:shift.${value}`) }))}
      />
      <InputField name="hireDate" label={t('field.hireDate')} type="date" />
      <InputField
        name="contractTo"
        label={t('field.contractTo')}
        type="date"
        help={t('field.contractToHelp')}
        isOptional
      />
      <InputField
        name="probationMonths"
        label={t('field.probation')}
        inputMode="numeric"
        help={t('field.probationHelp')}
        isOptional
      />
      <InputField name="payCycleDays" label={t('field.payCycle')} inputMode="numeric" unit={t('dayUnit')} />
    </>
  );
}
