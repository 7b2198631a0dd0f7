import { Role } from '#domain/common/role';
import { copyRows, type Row } from './copy-rows';
import { enterpriseName, personName } from './invented-names';
import { copyCounty, type SeedContext } from './seed-context';

/** The demo accounts: one per role, and a second where two people are needed. */
export const DEMO_LOGINS: readonly { readonly login: string; readonly role: Role; readonly name: string }[] = [
  { login: 'caseworker', role: Role.CASEWORKER, name: '张敏' },
  { login: 'caseworker2', role: Role.CASEWORKER, name: '罗志远' },
  { login: 'supervisor', role: Role.SUPERVISOR, name: '陈立群' },
  { login: 'supervisor2', role: Role.SUPERVISOR, name: '方静' },
  { login: 'administrator', role: Role.ADMINISTRATOR, name: '宋涛' },
  { login: 'hr', role: Role.ENTERPRISE_HR, name: '黄颖' },
  { login: 'hr2', role: Role.ENTERPRISE_HR, name: '邹凯' },
  { login: 'trainer', role: Role.TRAINER, name: '罗庆' },
  { login: 'base', role: Role.BASE_MANAGER, name: '程洁' },
  { login: 'mentor', role: Role.MENTOR, name: '陈国华' },
  { login: 'client', role: Role.CLIENT, name: '' },
  { login: 'fund', role: Role.FUND_OFFICER, name: '汪琳' },
  { login: 'finance', role: Role.FINANCE_OFFICER, name: '姜波' },
  { login: 'auditor', role: Role.AUDITOR, name: '毛宁' },
];

/** The organisations and members that the rest of the county is built on. */
export interface SeededMembers {
  readonly officeId: string;
  readonly baseId: string;
  readonly enterpriseIds: readonly string[];
  readonly caseworkerIds: readonly string[];
  readonly supervisorIds: readonly string[];
  readonly trainerIds: readonly string[];
  readonly hrIds: readonly string[];
  /** Account that the demo client signs in with; null where there are no demo accounts. */
  readonly clientAccountId: string | null;
}

interface MemberSketch {
  readonly login: string | null;
  readonly role: Role;
  readonly name: string;
  readonly organisationId: string;
}

/** Writes organisations, accounts and memberships. */
export async function seedMembers(seed: SeedContext): Promise<SeededMembers> {
  const { random, scale } = seed;
  const officeId = random.uuid();
  const baseId = random.uuid();
  const enterpriseIds = Array.from({ length: scale.enterprises }, () => random.uuid());
  await copyCounty(seed, 'organisation', organisationRows(officeId, baseId, enterpriseIds));
  const sketches = memberSketches(seed, officeId, baseId, enterpriseIds);
  const members = sketches.map((sketch) => ({ ...sketch, id: random.uuid(), accountId: random.uuid() }));
  const clientAccountId = seed.passwordHash === null ? null : random.uuid();
  await copyRows(seed.client, 'user_account', accountRows(seed, members, clientAccountId));
  await copyCounty(
    seed,
    'membership',
    members.map(({ id, accountId, organisationId, role, name, login }) => ({
      id,
      account_id: accountId,
      organisation_id: organisationId,
      role,
      display_name: name,
      work_email: login === null ? null : `${login}@tongcheng.example`,
      status: 'ACTIVE',
    })),
  );
  const idsOf = (role: Role): string[] => members.filter((member) => member.role === role).map(({ id }) => id);
  return {
    officeId,
    baseId,
    enterpriseIds,
    caseworkerIds: idsOf(Role.CASEWORKER),
    supervisorIds: idsOf(Role.SUPERVISOR),
    trainerIds: idsOf(Role.TRAINER),
    hrIds: idsOf(Role.ENTERPRISE_HR),
    clientAccountId,
  };
}

function* organisationRows(officeId: string, baseId: string, enterpriseIds: readonly string[]): Generator<Row> {
  yield { id: officeId, name: '通城县就业服务办公室', kind: 'EMPLOYMENT_OFFICE' };
  yield { id: baseId, name: '通城县职业技能培训基地', kind: 'TRAINING_BASE' };
  for (const [index, id] of enterpriseIds.entries()) yield { id, name: enterpriseName(index), kind: 'ENTERPRISE' };
}

function memberSketches(
  seed: SeedContext,
  officeId: string,
  baseId: string,
  enterpriseIds: readonly string[],
): MemberSketch[] {
  const { random, scale } = seed;
  const organisationOf = (role: Role, login: string): string => {
    if (role === Role.ENTERPRISE_HR) return enterpriseIds[login === 'hr' ? 0 : 1] ?? officeId;
    return role === Role.TRAINER || role === Role.BASE_MANAGER ? baseId : officeId;
  };
  const demo = DEMO_LOGINS.filter(({ role }) => role !== Role.CLIENT).map((one) => ({
    ...one,
    organisationId: organisationOf(one.role, one.login),
  }));
  const nameless = (role: Role, organisationId: string, count: number): MemberSketch[] =>
    Array.from({ length: Math.max(count, 0) }, () => ({ login: null, role, name: personName(random), organisationId }));
  return [
    ...demo.map((one) => (seed.passwordHash === null ? { ...one, login: null } : one)),
    ...nameless(Role.CASEWORKER, officeId, scale.caseworkers - 2),
    ...nameless(Role.TRAINER, baseId, scale.rooms - 1),
    ...enterpriseIds.slice(2).flatMap((id) => nameless(Role.ENTERPRISE_HR, id, 1)),
  ];
}

/** Members without a demo login get an account that nobody can open: it has no password. */
function* accountRows(
  seed: SeedContext,
  members: readonly (MemberSketch & { accountId: string })[],
  clientAccountId: string | null,
): Generator<Row> {
  for (const { accountId, login, name } of members) {
    yield {
      id: accountId,
      login: login ?? `seed-${accountId}`,
      display_name: name,
      password_hash: login === null ? null : seed.passwordHash,
    };
  }
  if (clientAccountId !== null)
    yield { id: clientAccountId, login: 'client', display_name: '', password_hash: seed.passwordHash };
}
