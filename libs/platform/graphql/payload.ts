import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from './user-error';

/** The part that all payloads share. */
@ObjectType({ isAbstract: true })
export abstract class PayloadBase {
  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  userErrors!: UserError[];
}

/** Declares `<Type>Payload { <field>: <Type>, userErrors }`. */
export function payloadTypeOf<T extends object, K extends string>(
  nodeType: Type<T>,
  field: K,
  name = nodeType.name,
): Type<PayloadBase & { readonly [P in K]: T | null }> {
  @ObjectType(`${name}Payload`, { description: `Answer of a mutation that concerns one ${name}.` })
  class Payload extends PayloadBase {}
  Field(() => nodeType, { nullable: true, description: `The ${name} as it now is; null when it was not done.` })(
    Payload.prototype,
    field,
  );
  return Payload as Type<PayloadBase & { readonly [P in K]: T | null }>;
}
