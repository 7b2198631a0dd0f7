import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly isOptional?: boolean;
}

interface InputFieldProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'date' | 'datetime-local' | 'month' | 'tel';
  readonly inputMode?: 'numeric' | 'decimal';
  readonly unit?: string;
}

/** The label above, the help below, the server's sentence in its place when it said no. */
export function InputField({
  name,
  label,
  help,
  isOptional = false,
  type = 'text',
  inputMode,
  unit,
}: InputFieldProps): ReactNode {
  return (
    <FieldItem name={name} label={label} isOptional={isOptional} {...(help === undefined ? {} : { help })}>
      <Input
        type={type}
        autoComplete="off"
        {...(inputMode === undefined ? {} : { inputMode })}
        {...(unit === undefined ? {} : { suffix: unit })}
      />
    </FieldItem>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** A closed list that is short enough to be seen whole. */
export function RadioField({ name, label, choices, isOptional = false }: ChoiceFieldProps): ReactNode {
  return (
    <FieldItem name={name} label={label} isOptional={isOptional}>
      <Radio.Group aria-label={label} options={choices.map(({ value, label: text }) => ({ value, label: text }))} />
    </FieldItem>
  );
}

/** A longer list, by the browser's own control. */
export function SelectField({ name, label, choices, isOptional = false, help }: ChoiceFieldProps): ReactNode {
  return (
    <FieldItem name={name} label={label} isOptional={isOptional} {...(help === undefined ? {} : { help })}>
      <select className="inp">
        <option value="" />
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldItem>
  );
}

interface FieldItemProps extends FieldProps {
  readonly children: ReactNode;
}

function FieldItem({ name, label, help, isOptional = false, children }: FieldItemProps): ReactNode {
  const { t } = useTranslation('common');
  const rules = isOptional ? [] : [{ required: true, message: t('form.required') }];
  return (
    <Form.Item
      name={name}
      label={isOptional ? t('optionalOf', { label }) : label}
      rules={rules}
      {...(help === undefined ? {} : { extra: help })}
    >
      {children}
    </Form.Item>
  );
}
