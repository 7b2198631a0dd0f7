import type { OrganisationRow } from '../organisations.repository';
import { Organisation } from './organisation.type';

/** The schema's form of an organisation. */
export const organisationOf = (row: OrganisationRow): Organisation => Object.assign(new Organisation(), row);
