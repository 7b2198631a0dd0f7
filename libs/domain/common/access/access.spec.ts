import { Role } from '../role';
import { cellsOf, fieldCellsOf, mayReadColumn, mayTouch, policyOf } from './access';
import { POLICY_MATRIX } from './policy-matrix';
import { Scope } from './scope';

const as = (role: Role | `SYSTEM:${string}`) => ({ role });

describe('the policy matrix', () => {
  it('gives a caseworker her caseload, a client her own file, and others of the county nothing', () => {
    expect(cellsOf(as('CASEWORKER'), 'client', 'read')).toEqual([Scope.CASELOAD]);
    expect(cellsOf(as('CLIENT'), 'client', 'read')).toEqual([Scope.OWN_FILE]);
    for (const role of ['ADMINISTRATOR', 'TRAINER', 'FUND_OFFICER', 'FINANCE_OFFICER', 'AUDITOR'] as const)
      expect(cellsOf(as(role), 'client', 'read')).toEqual([]);
  });

  it('gives an enterprise no row of a client, only a name that rests on a live consent', () => {
    expect(cellsOf(as('ENTERPRISE_HR'), 'client', 'read')).toEqual([]);
    expect(cellsOf(as('ENTERPRISE_HR'), 'shared_identity', 'read')).toEqual([
      { scope: 'GRANTED', grant: { fieldGroup: 'IDENTITY', purpose: 'SHARE_IDENTITY' } },
    ]);
    expect(mayReadColumn(as('ENTERPRISE_HR'), 'client', 'township')).toBe(false);
  });

  it('shows eligibility to nobody but the client and her caseworker', () => {
    const readers = Object.values(Role).filter((role) => mayReadColumn(as(role), 'client', 'eligible'));
    expect(readers).toEqual(['CLIENT', 'CASEWORKER']);
  });

  it('shows notes to a supervisor in a file that is open to her, and nowhere else; eligibility not even there', () => {
    const boss = { ...as('SUPERVISOR'), openedClients: ['somebody'] };
    expect(mayReadColumn(as('SUPERVISOR'), 'contact', 'note_enc')).toBe(false);
    expect(mayReadColumn(boss, 'contact', 'note_enc')).toBe(true);
    expect(fieldCellsOf(boss, 'contact', ['NOTE'])).toEqual([Scope.OPENED]);
    expect(mayReadColumn(boss, 'client', 'eligible')).toBe(false);
  });

  it('shows a trainer the names in her sessions, and no row of a client', () => {
    expect(cellsOf(as('TRAINER'), 'shared_identity', 'read')).toEqual([Scope.SEATED]);
    expect(mayTouch(as('TRAINER'), 'client', 'read')).toBe(false);
  });

  it('keeps the parts of a match from the enterprise that sees the referral', () => {
    expect(mayReadColumn(as('ENTERPRISE_HR'), 'referral', 'score')).toBe(false);
    expect(mayReadColumn(as('ENTERPRISE_HR'), 'referral', 'card_code')).toBe(true);
    expect(mayReadColumn(as('ENTERPRISE_HR'), 'referral', 'card')).toBe(false); // it leaves through shared_card alone
  });

  it('lets jobs see and write their county, whatever the type', () => {
    for (const type of Object.keys(POLICY_MATRIX)) {
      expect(cellsOf(as('SYSTEM:test'), type, 'read')).toEqual([Scope.COUNTY]);
      expect(mayTouch(as('SYSTEM:test'), type, 'write')).toBe(true);
    }
  });

  it('denies a role that nobody has thought of, and stops at a type that nobody has thought of', () => {
    const unheardOf = { role: 'POLICE' as Role };
    for (const type of Object.keys(POLICY_MATRIX)) expect(mayTouch(unheardOf, type, 'read')).toBe(false);
    expect(() => policyOf('criminal_record_of_nobody')).toThrow(
      /no entry in the policy matrix.*POLICY_MATRIX in libs\/domain\/common\/access\/policy-matrix\.ts/,
    );
    expect(() => fieldCellsOf(as('CLIENT'), 'client', ['SHOE_SIZE'])).toThrow(/no group of fields/);
  });
});
