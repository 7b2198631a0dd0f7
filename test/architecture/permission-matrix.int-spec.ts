import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSchema, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { Role } from '#domain/common/role';
import { DEMO_LOGINS } from '#database/seeds/members.seed';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type Answer, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { FEATURE_FIELDS } from './support/feature-fields';
import { documentOf } from './support/sample-document';

const PASSWORD = 'permission-matrix-2026';
const SCHEMA = path.resolve(__dirname, '../../libs/contract/schema.graphql');

const { CASEWORKER, SUPERVISOR, ADMINISTRATOR, ENTERPRISE_HR, TRAINER, BASE_MANAGER, CLIENT, AUDITOR } = Role;
const EVERY_MEMBER: readonly Role[] = Object.values(Role);

/** Who may call what, written down a second time, mutations first: a field without a row fails, and a row without a field. */
const MAY: Readonly<Record<string, readonly Role[]>> = {
  ...FEATURE_FIELDS,
  createClient: [CASEWORKER],
  updateClient: [CASEWORKER],
  enterIdentityNumber: [CASEWORKER],
  settleIdentityNumber: [CASEWORKER],
  removeIdentityNumber: [CASEWORKER],
  confirmPosition: [CASEWORKER, ENTERPRISE_HR],
  proposeReferral: [CASEWORKER],
  proposeReferralAgain: [CASEWORKER],
  recordReferralConsent: [CASEWORKER],
  sendReferral: [CASEWORKER],
  withdrawReferral: [CASEWORKER],
  recordOfferAcceptance: [CASEWORKER],
  viewCandidate: [ENTERPRISE_HR],
  inviteCandidate: [ENTERPRISE_HR],
  offerCandidate: [ENTERPRISE_HR],
  poolCandidate: [ENTERPRISE_HR],
  declineCandidate: [ENTERPRISE_HR],
  recordEmployeeNumber: [ENTERPRISE_HR],
  consentToReferral: [CLIENT],
  acceptInvitation: [CLIENT],
  acceptOffer: [CLIENT],
  declineReferral: [CLIENT],
  withdrawConsent: [CLIENT],
  agreeToConsentRequest: [CLIENT],
  declineConsentRequest: [CLIENT],
  markConsentSeen: [CLIENT],
  requestConsent: [CASEWORKER],
  recordConsent: [CASEWORKER],
  recordConsentWithdrawal: [CASEWORKER],
  reviewRecordedConsent: [SUPERVISOR],
  objectToRanking: [CLIENT],
  requestErasure: [CLIENT],
  withdrawErasureRequest: [CLIENT],
  confirmErasure: [CASEWORKER, SUPERVISOR],
  requestCorrection: [CLIENT],
  withdrawCorrection: [CLIENT],
  answerCorrection: [CASEWORKER, SUPERVISOR],
  requestDataExport: [CLIENT],
  openDataExport: [CLIENT],
  proposeEnrolmentsFromPlan: [CASEWORKER],
  confirmEnrolment: [BASE_MANAGER],
  waitlistEnrolment: [BASE_MANAGER],
  endPlacement: [CASEWORKER],
  startImport: [CASEWORKER, ENTERPRISE_HR],
  runPayCheck: [SUPERVISOR],
  changeScoreWeights: [SUPERVISOR],
  openPlacementBatch: [SUPERVISOR],
  addClientsToBatch: [CASEWORKER, SUPERVISOR],
  removeClientsFromBatch: [CASEWORKER, SUPERVISOR],
  solvePlacementBatch: [SUPERVISOR],
  cancelBatchSolve: [SUPERVISOR],
  reviewPlacementBatch: [SUPERVISOR],
  overrideBatchAssignment: [SUPERVISOR],
  undoBatchOverride: [SUPERVISOR],
  submitBatchForApproval: [SUPERVISOR],
  returnBatchToReview: [SUPERVISOR],
  approvePlacementBatch: [SUPERVISOR],
  commitPlacementBatch: [SUPERVISOR],
  discardPlacementBatch: [SUPERVISOR],
  inviteMember: [ADMINISTRATOR],
  endMembership: [ADMINISTRATOR],
  addMembership: [ADMINISTRATOR],
  changeMember: [ADMINISTRATOR],
  reinviteMember: [ADMINISTRATOR],
  disableAccount: [ADMINISTRATOR],
  enableAccount: [ADMINISTRATOR],
  requestFactorRecovery: [ADMINISTRATOR],
  confirmFactorRecovery: [ADMINISTRATOR, SUPERVISOR],
  refuseFactorRecovery: [ADMINISTRATOR, SUPERVISOR],
  verifyAudit: [AUDITOR],
  issueSignInCode: [CASEWORKER],
  choosePin: [CLIENT],
  chooseOwnPassword: [CLIENT],
  rememberPhone: [CLIENT],
  forgetPhone: [CLIENT],
  changePassword: EVERY_MEMBER,
  beginSecondFactor: EVERY_MEMBER,
  confirmSecondFactor: EVERY_MEMBER,
  removeSecondFactor: EVERY_MEMBER,
  endSession: EVERY_MEMBER,
  endOtherSessions: EVERY_MEMBER,
  switchMembership: EVERY_MEMBER,
  nameDeputy: [CASEWORKER, SUPERVISOR],
  endDeputy: [CASEWORKER, SUPERVISOR],
  noteSamePerson: [ADMINISTRATOR],
  confirmIdentity: EVERY_MEMBER,
  openFile: [CASEWORKER, SUPERVISOR],
  fileComplaint: [CLIENT],
  closeComplaint: [CLIENT],
  reopenComplaint: [CLIENT],
  takeUpComplaint: [SUPERVISOR, ADMINISTRATOR],
  answerComplaint: [SUPERVISOR, ADMINISTRATOR],
  requestCaseTransfer: [CASEWORKER, SUPERVISOR],
  answerCaseTransfer: [CASEWORKER, SUPERVISOR],
  withdrawCaseTransfer: [CASEWORKER, SUPERVISOR],
  reviewFileOpening: [SUPERVISOR],
  beginPasskey: EVERY_MEMBER,
  beginPasskeyProof: EVERY_MEMBER,
  addPasskey: EVERY_MEMBER,
  removePasskey: EVERY_MEMBER,
  beginProviderLink: EVERY_MEMBER,
  unlinkProvider: EVERY_MEMBER,
  unlinkMemberProvider: [ADMINISTRATOR],
  // Queries
  deputies: [CASEWORKER, SUPERVISOR],
  colleagues: [CASEWORKER, SUPERVISOR],
  fileOpenings: [CASEWORKER, SUPERVISOR],
  caseTransfers: [CASEWORKER, SUPERVISOR],
  myCaseTransfers: [CLIENT],
  openedFile: [CASEWORKER, SUPERVISOR],
  myFileOpenings: [CLIENT],
  complaints: [SUPERVISOR, ADMINISTRATOR],
  myComplaints: [CLIENT],
  complaintSubjects: [CLIENT],
  auditChain: [AUDITOR],
  auditEntries: [AUDITOR],
  agreements: [CASEWORKER, SUPERVISOR, ENTERPRISE_HR],
  candidates: [ENTERPRISE_HR],
  certificates: EVERY_MEMBER,
  client: [CASEWORKER, SUPERVISOR],
  clientSignIn: [CASEWORKER],
  clients: [CASEWORKER, SUPERVISOR],
  identityNumber: [CASEWORKER],
  myIdentityNumber: [CLIENT],
  myWholeIdentityNumber: [CLIENT],
  sessionParticipants: [TRAINER, BASE_MANAGER],
  countyOverview: [SUPERVISOR],
  trainingPlan: [CASEWORKER, SUPERVISOR],
  courseSessions: [CASEWORKER, SUPERVISOR, TRAINER, BASE_MANAGER],
  erasureRequests: [CASEWORKER, SUPERVISOR],
  myErasureRequest: [CLIENT],
  myDataExports: [CLIENT],
  myCorrections: [CLIENT],
  correctionRequests: [CASEWORKER, SUPERVISOR],
  enterpriseAnswerRate: [ENTERPRISE_HR],
  importRun: [CASEWORKER, ENTERPRISE_HR],
  factorRecoveries: [ADMINISTRATOR, SUPERVISOR],
  importRuns: [CASEWORKER, ENTERPRISE_HR],
  matchesForClient: [CASEWORKER, SUPERVISOR],
  matchesForPosition: [CASEWORKER, SUPERVISOR],
  members: [ADMINISTRATOR],
  hasSecondSupervisor: [SUPERVISOR, ADMINISTRATOR],
  ownAccount: EVERY_MEMBER,
  consentReviews: [SUPERVISOR],
  consentScopes: [CASEWORKER],
  myConsentRequests: [CLIENT],
  myConsents: [CLIENT],
  myDisclosures: [CLIENT],
  myLessons: [CLIENT],
  myNextLesson: [CLIENT],
  myPayChecks: [CLIENT],
  myPlacement: [CLIENT],
  myProfile: [CLIENT],
  myReferrals: [CLIENT],
  nearMissesForClient: [CASEWORKER, SUPERVISOR],
  explainMatch: [CASEWORKER, SUPERVISOR],
  scoreWeightsInForce: [CASEWORKER, SUPERVISOR],
  placementBatch: [CASEWORKER, SUPERVISOR],
  placementBatches: [CASEWORKER, SUPERVISOR],
  batchCandidates: [CASEWORKER, SUPERVISOR],
  batchCandidateIds: [CASEWORKER, SUPERVISOR],
  overrideCost: [SUPERVISOR],
  whyNotPosition: [SUPERVISOR],
  scoreWeights: [CASEWORKER, SUPERVISOR],
  previewScoreWeights: [SUPERVISOR],
  occupations: EVERY_MEMBER,
  organisations: [ADMINISTRATOR],
  payCheckRun: [SUPERVISOR],
  payCheckRuns: [SUPERVISOR],
  payFindings: [CASEWORKER, SUPERVISOR],
  position: [CASEWORKER, SUPERVISOR, ENTERPRISE_HR],
  positions: [CASEWORKER, SUPERVISOR, ENTERPRISE_HR],
  referral: [CASEWORKER, SUPERVISOR],
  referrals: [CASEWORKER, SUPERVISOR],
  skills: EVERY_MEMBER,
  systemOverview: [ADMINISTRATOR],
  today: [CASEWORKER],
  townships: EVERY_MEMBER,
  minimumWages: EVERY_MEMBER,
};

/** What stands open before sign-in. */
const PUBLIC = [
  'signIn',
  'signOut',
  'viewer',
  'phoneDoor',
  'signInByCode',
  'signInByPin',
  'beginPasskeySignIn',
  'signInWithPasskey',
  'signInProvider',
  'beginProviderSignIn',
  'signInAfterProvider',
  'requestPasswordReset',
  'choosePasswordByLink',
  'requestOwnFactorRecovery',
];

const schema = buildSchema(readFileSync(SCHEMA, 'utf8'), { assumeValid: true });
const fieldsOf = (type: GraphQLObjectType | null | undefined): GraphQLField<unknown, unknown>[] =>
  Object.values(type?.getFields() ?? {});
const queries = fieldsOf(schema.getQueryType());
const mutations = fieldsOf(schema.getMutationType());

const codesOf = ({ errors }: Answer): string[] => errors.map(({ extensions }) => extensions.code);

describe('who may call what', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const callers = new Map<Role, TestCaller>();
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    for (const { login, role } of DEMO_LOGINS) {
      if (!callers.has(role)) callers.set(role, await api.signedIn(login, PASSWORD));
    }
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  /** Acts done and acts denied in the audit trail. */
  const audited = async (): Promise<[number, number]> => {
    const { rows } = await database.admin.query<{ done: number; denied: number }>(
      `select count(*) filter (where outcome = 'ALLOWED')::int as done, count(*) filter (where outcome = 'DENIED')::int as denied
         from audit_entry`,
    );
    return [rows[0]?.done ?? -1, rows[0]?.denied ?? -1];
  };

  it('is written down for every root field, and for nothing else', () => {
    const fields = [...queries, ...mutations].map(({ name }) => name);
    expect([...Object.keys(MAY), ...PUBLIC].sort()).toEqual(fields.sort());
  });

  it('has somebody of every role to try it with', () => {
    expect([...callers.keys()].sort()).toEqual([...EVERY_MEMBER].sort());
  });

  const cases = [
    ...mutations.map((field) => ['mutation', field.name, field] as const),
    ...queries.map((field) => ['query', field.name, field] as const),
  ].filter(([, name]) => !PUBLIC.includes(name));

  it.each(cases)('%s %s answers the roles that may call it and refuses all others', async (kind, name, field) => {
    const document = documentOf(kind, field);
    const allowed = MAY[name] ?? [];
    const [done, denied] = await audited();
    const answers: Record<string, string> = {};
    for (const role of EVERY_MEMBER.filter((one) => !allowed.includes(one)))
      answers[role] = codesOf(await (callers.get(role) as TestCaller).ask(document.text, document.variables)).join();
    expect(Object.values(answers).filter((codes) => codes !== 'FORBIDDEN')).toEqual([]);
    expect(codesOf(await api.stranger().ask(document.text, document.variables))).toEqual(['NOT_AUTHENTICATED']);
    expect(await audited()).toEqual([done, denied + EVERY_MEMBER.length - allowed.length]);
    for (const role of allowed) {
      const answer = await (callers.get(role) as TestCaller).ask(document.text, document.variables);
      expect({ role, codes: codesOf(answer) }).toEqual({ role, codes: [] });
    }
  });
});
