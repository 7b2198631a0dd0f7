import type { Actor } from '#domain/common/actor';
import { Role } from '#domain/common/role';
import type { CountyLiveEvent } from './live';
import { mayHear } from './live-hub';

const actor = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  countyId: 'tongcheng',
  role,
  accountId: 'account',
  membershipId: 'member',
  organisationId: 'yunxi',
  clientId: null,
  ...changes,
});

const event = (changes: Partial<CountyLiveEvent> = {}): CountyLiveEvent => ({
  countyId: 'tongcheng',
  type: 'consent',
  id: 'grant',
  roles: Object.values(Role),
  organisationId: 'yunxi',
  clientId: 'client',
  ...changes,
});

describe('who hears that something changed', () => {
  it.each([Role.ENTERPRISE_HR, Role.MENTOR, Role.TRAINER, Role.BASE_MANAGER])(
    'a %s only of what names her own organisation',
    (role) => {
      expect(mayHear(actor(role), event())).toBe(true);
      expect(mayHear(actor(role, { organisationId: 'qinghe' }), event())).toBe(false);
      const { organisationId: _, ...nobodyNamed } = event();
      expect(mayHear(actor(role), nobodyNamed)).toBe(false);
    },
  );

  it('a client only of herself', () => {
    expect(mayHear(actor(Role.CLIENT, { clientId: 'client' }), event())).toBe(true);
    expect(mayHear(actor(Role.CLIENT, { clientId: 'another' }), event())).toBe(false);
  });

  it('nobody of another county, and no role that is not named', () => {
    expect(mayHear(actor(Role.CASEWORKER, { countyId: 'elsewhere' }), event())).toBe(false);
    expect(mayHear(actor(Role.AUDITOR), event({ roles: [Role.CASEWORKER] }))).toBe(false);
  });
});
