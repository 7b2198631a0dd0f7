/** The house. Each floor may import the floors below it, never those above. */

/** A feature may import only those that stand later in this list. */
const FEATURES_FROM_TOP = [
  'operations',
  'data-rights',
  'reporting',
  'funds',
  'pay-equity',
  'follow-up',
  'aid',
  'group-placement',
  'referrals',
  'placements',
  'training-plan',
  'matching',
  'positions',
  'agreements',
  'enrolments',
  'training',
  'organisations',
  'complaints',
  'caseloads',
  'mentors',
  'clients',
  'consent',
  'tasks',
  'notifications',
  'imports',
  'files',
  'parameters',
  'users',
  'audit',
];

const featuresInOrder = FEATURES_FROM_TOP.slice(1).map((feature, index) => ({
  name: `${feature}-knows-none-above`,
  severity: 'error',
  comment: 'What must flow upwards goes by id or by an outbox event that the higher feature handles.',
  from: { path: `^libs/features/${feature}/` },
  to: { path: `^libs/features/(${FEATURES_FROM_TOP.slice(0, index + 1).join('|')})/` },
}));

const TESTS = '(\\.(spec|int-spec|e2e-spec)\\.ts$|^test/|^libs/testing/)';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'The web names its contract by an alias of Vite’s, which tsc -p apps/web resolves.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@contract/' },
    },
    {
      name: 'domain-knows-no-framework',
      severity: 'error',
      comment: 'libs/domain is plain TypeScript: it imports itself and nothing else, not even node built-ins.',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'checker-stands-alone',
      severity: 'error',
      comment: 'The certificate checker shares no code with the solver, so that it cannot share a mistake with it.',
      from: { path: '^libs/domain/group-placement/certificate-checker\\.ts$' },
      to: {},
    },
    {
      name: 'platform-knows-no-subject',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: TESTS },
      to: { path: '^(libs/(features|contract|testing)|apps|database|test)/' },
    },
    {
      name: 'platform-uses-only-domain-common',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: TESTS },
      to: { path: '^libs/domain/(?!common/)' },
    },
    { name: 'features-know-no-app', severity: 'error', from: { path: '^libs/features/' }, to: { path: '^apps/' } },
    { name: 'libraries-know-no-tests', severity: 'error', from: { path: '^libs/' }, to: { path: '^test/' } },
    {
      name: 'feature-is-in-the-list',
      severity: 'error',
      comment: 'A new feature gets its place in the list at the top of this file first.',
      from: { path: '^libs/features/' },
      to: { path: '^libs/features/', pathNot: `^libs/features/(${FEATURES_FROM_TOP.join('|')})/` },
    },
    ...featuresInOrder,
    {
      name: 'feature-through-its-front-door',
      severity: 'error',
      comment: 'Another feature is used only through its index.ts.',
      from: { path: '^libs/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^libs/features/([^/]+)/', pathNot: ['^libs/features/$1/', '^libs/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'front-door-from-outside-too',
      severity: 'error',
      comment: 'The data source may name entities, and tests may look inside; everybody else takes the front door.',
      from: { path: '^(apps|libs/contract)/', pathNot: TESTS },
      to: { path: '^libs/features/', pathNot: '^libs/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'resolver-asks-the-service',
      severity: 'error',
      comment:
        'A resolver writes through a service only. It may read through its own repository, whose queries are named and show visible rows; the health check asks the connection itself.',
      from: { path: '\\.(resolver|processor|controller)\\.ts$', pathNot: '^libs/platform/health/' },
      to: { path: '(\\.entity\\.ts$|^node_modules/typeorm)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'service-knows-no-graphql',
      severity: 'error',
      from: { path: '\\.(service|policy|repository|entity)\\.ts$' },
      to: { path: '(^libs/.*/graphql/|^node_modules/(@nestjs/graphql|graphql|@apollo)/)' },
    },
    {
      name: 'web-knows-only-the-contract',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs/(?!contract/)|apps/(?!web/)|database/|test/)' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { pathNot: ['^apps/web/', TESTS] },
      to: { path: '^apps/web/' },
    },
    {
      name: 'test-helpers-stay-in-tests',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'only-platform-talks-to-redis',
      severity: 'error',
      from: { pathNot: '^libs/(platform|testing)/' },
      to: { path: '^node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'apps-do-not-meet',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^libs/contract/gql/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
    },
  },
};
