import { testDatabase, type TestDatabase } from '#testing/database';

/** Tables that every county reads, or that no county owns. */
const GLOBAL = [
  'county',
  'minimum_wage',
  'holiday',
  'migrations',
  'worker_heartbeat',
  'user_account',
  'session',
  'second_factor',
  'recovery_code',
  'sign_in_code',
  'phone',
  'phone_session',
  'passkey',
  'passkey_challenge',
  'account_link',
  'provider_link',
];

/** Functions that run with their owner's rights; each was read and found to give only what its name says. */
const ALLOWED_DEFINERS = [
  'app.note_positions',
  'app.note_changed_positions',
  'app.note_changed_slots',
  'app.note_changed_agreements',
  'app.shared_clients',
  'app.live_shares',
  'app.shared_identities',
  'app.shared_cards',
  'app.shared_work_needs',
  'app.shared_contact_ways',
  'app.follow_caseworker',
  'app.follow_mentor',
  'app.count_allotted_slots',
  'app.count_seats',
  'app.record_employee_number',
  'app.keep_minimum_wage',
  'app.load_holidays',
  'app.proposed_positions',
  'app.append_audit_link',
  'app.link_audit_entry',
  'app.cut_audit',
  'app.caseloads',
  'app.person_of',
  'app.opened_clients',
  'app.find_file',
  'app.move_case',
  'app.caseload_size',
  'app.batch_counts',
  'app.note_finding_step',
  'app.reads_complaint',
  'app.complaint_subjects',
  'auth.erase_client_accounts',
  'auth.find_login',
  'auth.memberships',
  'auth.open_session',
  'auth.session',
  'auth.end_session',
  'auth.create_account',
  'auth.set_password',
  'auth.member_logins',
  'auth.own_sessions',
  'auth.end_own_session',
  'auth.end_other_sessions',
  'auth.own_password_hash',
  'auth.switch_session',
  'auth.second_factor',
  'auth.use_code_step',
  'auth.use_recovery_code',
  'auth.begin_second_factor',
  'auth.confirm_second_factor',
  'auth.remove_second_factor',
  'auth.caseloads',
  'auth.note_same_person',
  'auth.seconds_since_proof',
  'auth.renew_proof',
  'auth.account_of_own_client',
  'auth.create_client_account',
  'auth.issue_sign_in_code',
  'auth.client_sign_in',
  'auth.find_sign_in_code',
  'auth.use_sign_in_code',
  'auth.people_of_phone',
  'auth.try_pin',
  'auth.pin_tried',
  'auth.begin_phone_session',
  'auth.phone_session',
  'auth.unlock_phone_session',
  'auth.end_first_sign_in',
  'auth.phone_proof',
  'auth.choose_pin',
  'auth.remember_phone',
  'auth.forget_phone',
  'auth.new_challenge',
  'auth.use_challenge',
  'auth.passkey',
  'auth.passkeys',
  'auth.use_passkey',
  'auth.add_passkey',
  'auth.remove_passkey',
  'auth.recovery_codes_left',
  'auth.give_recovery_codes',
  'auth.find_provider_link',
  'auth.provider_link',
  'auth.use_provider_link',
  'auth.own_provider_links',
  'auth.link_provider',
  'auth.unlink_provider',
  'auth.member_provider_links',
  'auth.unlink_member_provider',
  'auth.has_second_step',
  'auth.lock_own_account',
  'auth.reset_target',
  'auth.refuse_foreign_account',
  'auth.put_account_link',
  'auth.account_link_mail',
  'auth.account_mail',
  'auth.find_account_link',
  'auth.use_account_link',
  'auth.activate_memberships',
  'auth.end_account_sessions',
  'auth.set_account_status',
  'auth.remove_lost_factor',
];

describe('the database catalogue', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.close());

  async function names(sql: string, parameters: unknown[] = []): Promise<string[]> {
    const { rows } = await database.admin.query<{ name: string }>(sql, parameters);
    return rows.map(({ name }) => name);
  }

  it('forces row-level security on every table of a county', async () => {
    const open = await names(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all ($1)
          and not (c.relrowsecurity and c.relforcerowsecurity)`,
      [GLOBAL],
    );
    expect(open).toEqual([]);
  });

  it('puts the county into every table but the global ones', async () => {
    const without = await names(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all ($1)
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'county_id' and a.attnotnull)`,
      [GLOBAL],
    );
    expect(without).toEqual([]);
  });

  it('makes every reference between county tables carry the county', async () => {
    const plain = await names(
      `select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
        where k.contype = 'f' and c.relname <> all ($1) and p.relname <> all ($1)
          and not exists (select from unnest(k.conkey) key join pg_attribute a on a.attrelid = c.oid and a.attnum = key
                           where a.attname = 'county_id')`,
      [GLOBAL],
    );
    expect(plain).toEqual([]);
  });

  it('begins every unique key of a county table with the county', async () => {
    const oracles = await names(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
         join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where n.nspname = 'public' and i.indisunique and c.relname <> all ($1) and a.attname <> 'county_id'`,
      [GLOBAL],
    );
    expect(oracles).toEqual([]);
  });

  it('has no SECURITY DEFINER function off the list, and none without a fixed search path', async () => {
    const definers = await names(
      `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('public', 'app', 'auth') and p.prosecdef
          and not (n.nspname || '.' || p.proname = any ($1)
                   and exists (select from unnest(p.proconfig) setting where setting like 'search_path=%'))`,
      [ALLOWED_DEFINERS],
    );
    expect(definers).toEqual([]);
  });

  it('lets the application own nothing, bypass nothing, and reach accounts and sessions only through functions', async () => {
    const [role] = await names(
      `select rolname as name from pg_roles where rolname = 'tonggong_app' and not rolsuper and not rolbypassrls and not rolcreaterole`,
    );
    expect(role).toBe('tonggong_app');
    expect(await names(`select relname as name from pg_class where relowner = 'tonggong_app'::regrole`)).toEqual([]);
    await expect(database.app.query('select 1 from user_account')).rejects.toThrow(/permission denied/);
    const unreachable = ['session', 'second_factor', 'recovery_code', 'sign_in_code', 'phone', 'phone_session'];
    for (const table of [...unreachable, 'passkey', 'passkey_challenge', 'account_link', 'provider_link'])
      await expect(database.app.query(`select 1 from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it('lets nobody outside the office read a client but through the four views of what is shared', async () => {
    const policies = await names(
      `select pg_get_expr(polqual, polrelid) as name from pg_policy where polname = 'client_select'`,
    );
    expect(policies).toHaveLength(1);
    expect(policies[0]).not.toMatch(/ENTERPRISE_HR|MENTOR|TRAINER|BASE_MANAGER/);
    const views = await names(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
          and has_table_privilege('tonggong_app', c.oid, 'select') and c.relname like 'shared_%' order by 1`,
    );
    expect(views).toEqual(['shared_card', 'shared_contact_way', 'shared_identity', 'shared_work_needs']);
  });

  it('lets the application read everything of a referral but the card, which has its view', async () => {
    await expect(database.app.query('select card from referral')).rejects.toThrow(/permission denied/);
    await expect(database.app.query('select id, status, client_id from referral')).resolves.toEqual([]);
  });

  it('has no view and no materialised view that could read past the policies', async () => {
    const views = await names(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'app', 'auth') and c.relkind in ('v', 'm')
          and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    );
    expect(views).toEqual([]);
  });
});
