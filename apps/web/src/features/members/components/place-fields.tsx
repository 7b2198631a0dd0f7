import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganisationsDocument } from '@contract/gql';
import { SelectField } from '../../../components/desk/fields';
import { useRead } from '../../../lib/graphql/use-read';
import { MEMBER_ROLES } from './member-roles';

/** Role and organisation of a membership. */
export function PlaceFields(): ReactNode {
  const { t } = useTranslation('users');
  const organisations = useRead(OrganisationsDocument, {});
  return (
    <>
      <SelectField
        name="role"
        label={t('field.role')}
        choices={MEMBER_ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))}
      />
      <SelectField
        name="organisationId"
        label={t('field.organisation')}
        choices={(organisations.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
