import type { Actor } from './actor';
import { caseloadsOf, fileAccessOf, keepsCaseloadOf } from './caseload';
import { Role } from './role';

const actorOf = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  countyId: 'county',
  role,
  accountId: 'account',
  membershipId: 'li',
  organisationId: 'office',
  clientId: null,
  ...changes,
});

describe('caseloadsOf', () => {
  it('is her own where nobody is away', () => {
    expect(caseloadsOf(actorOf(Role.CASEWORKER))).toEqual(['li']);
  });

  it('holds a colleague’s too while she stands in', () => {
    expect(caseloadsOf(actorOf(Role.CASEWORKER, { caseloads: ['li', 'wang'] }))).toEqual(['li', 'wang']);
  });

  it.each(Object.values(Role).filter((role) => role !== Role.CASEWORKER))('is empty for %s', (role) => {
    expect(caseloadsOf(actorOf(role, { caseloads: ['li', 'wang'] }))).toEqual([]);
  });

  it('keeps nobody’s client who has no caseworker', () => {
    expect(keepsCaseloadOf(actorOf(Role.CASEWORKER), null)).toBe(false);
  });
});

describe('fileAccessOf', () => {
  const deputy = actorOf(Role.CASEWORKER, { caseloads: ['li', 'wang'] });

  it.each([
    [deputy, 'li', 'OWN'],
    [deputy, 'wang', 'DEPUTY'],
    [deputy, 'zhao', 'BREAK_GLASS'],
    [deputy, null, 'BREAK_GLASS'],
    [actorOf(Role.SUPERVISOR), 'li', 'TEAM'],
    [actorOf(Role.SUPERVISOR, { openedClients: ['her'] }), 'li', 'BREAK_GLASS'],
    [actorOf(Role.SUPERVISOR, { openedClients: ['another'] }), 'li', 'TEAM'],
    [actorOf(Role.CLIENT), 'li', 'SELF'],
  ] as const)('says how the file of a client is open to the reader (%#)', (actor, caseworkerMembershipId, access) => {
    expect(fileAccessOf(actor, { id: 'her', caseworkerMembershipId })).toBe(access);
  });
});
