// Nest 12 is ESM-only, and Jest can require() an ES module only on Node 24.9+: on Node 20 the ESM
// packages that a test reaches are turned into CommonJS by SWC, like our own TypeScript.
const swc = (parser, transform) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2022', parser, transform, keepClassNames: true },
    module: { type: 'commonjs' },
  },
];

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  moduleNameMapper: {
    '^#features/(.*)$': '<rootDir>/libs/features/$1/index.ts',
    '^#(domain|platform|testing)/(.*)$': '<rootDir>/libs/$1/$2.ts',
    '^#database/(.*)$': '<rootDir>/database/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': swc(
      { syntax: 'typescript', decorators: true },
      { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    ),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@fastify/cookie|fast-check|pure-rand|openid-client|oauth4webapi|jose|csv-parse|pg-copy-streams|content-disposition|cookie|file-type|strtok3|token-types|uint8array-extras|@borewit|@tokenizer|get-stream|is-stream|@sec-ant|is-plain-obj)/)',
  ],
};

module.exports = {
  maxWorkers: 2,
  // Hooks seed a county and start the API: seconds on a quiet machine, a minute and more on one that has other work to do.
  // One bound for all of them, so that no suite has a shorter one of its own.
  testTimeout: Number(process.env.TEST_TIMEOUT_MS ?? 120_000),
  coverageProvider: 'v8',
  collectCoverageFrom: ['{apps,libs,database}/**/*.ts', '!apps/web/**', '!libs/contract/**'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,database,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.int-spec\\.ts$', '\\.e2e-spec\\.ts$', '/node_modules/'],
    },
    {
      ...shared,
      displayName: 'int',
      testMatch: ['<rootDir>/{apps,libs,database,test}/**/*.int-spec.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
    },
  ],
};
