import { Unique } from 'typeorm';
import { OrganisationKind } from '#domain/organisations/organisation-codes';
import {
  CountyTable,
  EditableRow,
  FlagColumn,
  OneOf,
  OPTIONAL,
  TextColumn,
} from '#platform/database/county-row.entity';

/** An office, enterprise, training base or community station. */
@CountyTable('organisation')
@Unique(['countyId', 'name'])
export class Organisation extends EditableRow {
  @TextColumn('name')
  name: string;

  @OneOf('kind', OrganisationKind)
  kind: OrganisationKind;

  /** Unified social credit code (GB 32100); null where unknown. */
  @TextColumn('credit_code', OPTIONAL)
  creditCode: string | null;

  @FlagColumn('is_active', { default: true })
  isActive: boolean;
}
