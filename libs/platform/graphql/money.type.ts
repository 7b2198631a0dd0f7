import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { fenToYuan, type Fen } from '#domain/common/money';
import { DecimalScalar } from './scalars';

export const CurrencyCode = { CNY: 'CNY' } as const;
export type CurrencyCode = (typeof CurrencyCode)[keyof typeof CurrencyCode];

registerEnumType(CurrencyCode, {
  name: 'CurrencyCode',
  description: 'Currency of an amount (ISO 4217).',
  valuesMap: { CNY: { description: 'Renminbi yuan.' } },
});

@ObjectType({ description: 'An exact amount of money.' })
export class Money {
  @Field(() => DecimalScalar, {
    description: 'Amount in the currency’s main unit with two decimals, such as "1970.00".',
  })
  amount!: string;

  @Field(() => CurrencyCode, { description: 'Currency.' })
  currency!: CurrencyCode;
}

/** The schema's form of an amount in fen. */
export const moneyOf = (fen: Fen): Money => ({ amount: fenToYuan(fen), currency: CurrencyCode.CNY });

/** The schema's form of an amount that may be missing. */
export const moneyOrNull = (fen: Fen | null): Money | null => (fen === null ? null : moneyOf(fen));
