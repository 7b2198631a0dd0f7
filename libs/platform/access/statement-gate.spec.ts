import { refuseWithoutCell, touchedBy } from './statement-gate';

const sorted = (statement: string): string[] =>
  touchedBy(statement)
    .map(({ act, type }) => `${act} ${type}`)
    .sort();

describe('refuseWithoutCell', () => {
  it('lets a role read a type of hers and refuses the same statement to a role without a cell', () => {
    const statement = 'select c.id from client c where c.id = $1';
    expect(() => refuseWithoutCell({ role: 'CASEWORKER' }, statement)).not.toThrow();
    expect(() => refuseWithoutCell({ role: 'ADMINISTRATOR' }, statement)).toThrow(
      /gives ADMINISTRATOR nothing to read of the type client.*policy-matrix\.ts/,
    );
  });

  it('tells writing from reading', () => {
    expect(() => refuseWithoutCell({ role: 'AUDITOR' }, 'select 1 from audit_link l')).not.toThrow();
    expect(() => refuseWithoutCell({ role: 'AUDITOR' }, 'delete from audit_link where id = $1')).toThrow(/to write/);
    expect(() => refuseWithoutCell({ role: 'TRAINER' }, 'insert into placement (id) values ($1)')).toThrow(/to create/);
  });

  it('lets a client change what is hers in her row, and refuses every statement that names another column', () => {
    const client = { role: 'CLIENT' } as const;
    expect(() =>
      refuseWithoutCell(client, 'update "client" set "objects_to_ranking" = $1, "version" = $2 where "id" = $3'),
    ).not.toThrow();
    for (const statement of [
      'UPDATE "client" SET "version" = $1, "township" = $2 WHERE "id" = $3',
      `update client c set version = 1, birth_year = case when c.version = 1 then 1990 end from county k where k.id = c.county_id`,
      'update client set eligible = true returning id',
    ])
      expect(() => refuseWithoutCell(client, statement)).toThrow(
        /gives CLIENT nothing to write of client\.\w+.*keptFrom/,
      );
    expect(() => refuseWithoutCell({ role: 'CASEWORKER' }, 'update client set township = $1')).not.toThrow();
  });

  it('tells what an enterprise answers to a referral from what was proposed to it', () => {
    const enterprise = { role: 'ENTERPRISE_HR' } as const;
    expect(() => refuseWithoutCell(enterprise, 'update referral set status = $1, answered_at = $2')).not.toThrow();
    expect(() => refuseWithoutCell(enterprise, 'update referral set status = $1, score = $2')).toThrow(
      /referral\.score/,
    );
  });

  it('lets a supervisor read a client and write nothing of her row', () => {
    expect(() => refuseWithoutCell({ role: 'SUPERVISOR' }, 'select 1 from client c')).not.toThrow();
    expect(() => refuseWithoutCell({ role: 'SUPERVISOR' }, 'update client set township = $1')).toThrow(/to write/);
    expect(() => refuseWithoutCell({ role: 'SUPERVISOR' }, 'insert into client (id) values ($1)')).toThrow(/to create/);
  });

  it('lets jobs do what row-level security lets them do', () => {
    expect(() => refuseWithoutCell({ role: 'SYSTEM:test' }, 'update client set township = $1')).not.toThrow();
  });
});

describe('touchedBy', () => {
  it('finds joins, subqueries, quoted names and the target of a writing statement', () => {
    expect(sorted('select * from "referral" r\n join client c on true where exists (select from placement p)')).toEqual(
      ['read client', 'read placement', 'read referral'],
    );
    expect(sorted('update job_slot s set status = $1 from (select id from position for update) p')).toEqual([
      'read position',
      'write job_slot',
    ]);
    expect(sorted('INSERT INTO "task"("id") VALUES ($1) on conflict (id) do update set status = $2')).toEqual([
      'create task',
    ]);
  });

  it('takes a lock, a text, an alias and a function for no table', () => {
    expect(
      sorted(`select extract(day from now()), 'from client' from county where name = 'x''from task' for update`),
    ).toEqual(['read county']);
  });
});
