import type { DataSource } from 'typeorm';

interface RoleFacts {
  readonly name: string;
  readonly is_superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: number;
}

/**
 * Refuses to start under a database role for which row-level security does not hold: a superuser, a role with
 * BYPASSRLS, or the owner of a table. Throws a sentence for the operator.
 */
export async function refusePrivilegedRole(dataSource: DataSource): Promise<void> {
  const rows: RoleFacts[] = await dataSource.query(
    `select r.rolname as name, r.rolsuper as is_superuser, r.rolbypassrls as bypasses,
            (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm')) as owns
       from pg_roles r where r.rolname = current_user`,
  );
  const [role] = rows;
  if (role === undefined) throw new Error('The database does not name the current role.');
  const reasons = [
    role.is_superuser ? 'is a superuser' : null,
    role.bypasses ? 'has BYPASSRLS' : null,
    role.owns > 0 ? `owns ${role.owns} tables` : null,
  ].filter((reason) => reason !== null);
  if (reasons.length === 0) return;
  throw new Error(
    `The database role "${role.name}" ${reasons.join(' and ')}: row-level security would not protect anyone. Start with DATABASE_APP_URL under tonggong_app.`,
  );
}
