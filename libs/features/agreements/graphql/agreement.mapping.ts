import { isExpiring } from '#domain/agreements/agreement-term';
import type { Day } from '#domain/common/day';
import type { AgreementRow } from '../agreements.repository';
import { Agreement } from './agreement.type';

/** The schema's form of an agreement as seen on a day. */
export const agreementOf = (row: AgreementRow, today: Day): Agreement =>
  Object.assign(new Agreement(), { ...row, isExpiring: isExpiring(row, today) });
