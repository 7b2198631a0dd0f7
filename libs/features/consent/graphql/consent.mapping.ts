import { consentTextOf } from '#domain/consent/consent-texts';
import type { ConsentRequestRow } from '../consent-requests.repository';
import { ConsentRequest } from './consent-request.type';

/** The schema's form of a request. */
export const consentRequestOf = (row: ConsentRequestRow): ConsentRequest =>
  Object.assign(new ConsentRequest(), { ...row, text: consentTextOf(row.purpose, row.textVersion) });
