import { certificateOf, occupationOf, skillOf, townshipOf } from '#features/parameters';
import { moneyOrNull } from '#platform/graphql/money.type';
import type { ReadClient } from '../client-reader';
import { Client } from './client.type';

/** The schema's form of a client. */
export function clientOf(row: ReadClient): Client {
  return Object.assign(new Client(), {
    ...row,
    township: townshipOf(row.township),
    skills: row.skills.map(skillOf),
    desiredOccupations: row.desiredOccupations.map(occupationOf),
    certificates: row.certificates.map(({ code, validTo }) => ({ code, validTo, name: certificateOf(code).name })),
    minAcceptablePay: moneyOrNull(row.minAcceptablePayFen),
  });
}
