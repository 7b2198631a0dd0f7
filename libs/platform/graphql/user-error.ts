import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { Refusal } from '#domain/common/outcome';

/** A refusal as the schema shows it: something a person can mend. */
@InterfaceType({
  description: 'Why something was not done: data, not an exception. New codes may appear; show their message.',
  resolveType: () => RefusalError,
})
export abstract class UserError {
  @Field(() => String, { description: 'Stable code, such as SLOT_TAKEN.' })
  code!: string;

  @Field(() => String, { description: 'A sentence for people, in English; screens use the code.' })
  message!: string;

  @Field(() => [String], { description: 'Path of the input field it concerns; empty for the request as a whole.' })
  field!: string[];
}

@ObjectType({ description: 'One figure behind an answer, by name.' })
export class Figure {
  @Field(() => String, { description: 'Name of the figure, such as currentVersion.' })
  name!: string;

  @Field(() => String, { description: 'Its value as text.' })
  value!: string;
}

@ObjectType({ implements: () => [UserError], description: 'A refusal with the figures behind it.' })
export class RefusalError extends UserError {
  @Field(() => [Figure], {
    description: 'The figures behind the refusal, such as the current version or the minimum wage.',
  })
  details!: Figure[];
}

/** Turns figures of the domain into the schema's list. */
export const figuresOf = (detail: Readonly<Record<string, string | number>> | undefined): Figure[] =>
  Object.entries(detail ?? {}).map(([name, value]) => ({ name, value: String(value) }));

/** The schema's form of a refusal; the sentence is the code in words, screens bring their own. */
export function userErrorOf(refusal: Refusal): RefusalError {
  return Object.assign(new RefusalError(), {
    code: refusal.code,
    message: `${sentenceOf(refusal.code)}${refusal.field.length > 0 ? ` (${refusal.field.join('.')})` : ''}.`,
    field: [...refusal.field],
    details: figuresOf(refusal.detail),
  });
}

function sentenceOf(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
