/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other, if only for a type, are one file or lack a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      comment: 'core/ knows nothing of the domain. It knows the names of the texts, whoever says them.',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/locales/en\\.json$'] },
    },
    {
      name: 'access-below-modules',
      severity: 'error',
      comment: 'access/ builds on core/ alone.',
      from: { path: '^src/access/' },
      to: { path: '^src/', pathNot: '^src/(access|core)/' },
    },
    {
      name: 'contracts-below-modules',
      severity: 'error',
      comment: 'contracts/ holds what the routes of a contract have in common. It knows no module.',
      from: { path: '^src/contracts/' },
      to: { path: '^src/', pathNot: '^src/(contracts|access|core)/' },
    },
    {
      name: 'modules-below-app',
      severity: 'error',
      comment: 'The application is put together from modules; no module reaches up to it.',
      from: { path: '^src/modules/' },
      to: { path: '^src/', pathNot: '^src/(modules|contracts|access|core)/' },
    },
    {
      name: 'commands-on-top',
      severity: 'error',
      comment: 'The commands of the operator use the application. Only the files that start a process run them.',
      from: { path: '^src/', pathNot: ['^src/cli/', '^src/(cli|main)\\.ts$'] },
      to: { path: '^src/cli/' },
    },
    {
      name: 'modules-meet-at-services',
      severity: 'error',
      comment:
        'A module uses another through its exported service, and names its errors and the wire shapes they share; the rest is private.',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/',
        pathNot: [
          '^src/modules/$1/',
          '^src/modules/[^/]+/[^/]+\\.(module|service|problems)\\.ts$',
          '^src/modules/[^/]+/http/[^/]+\\.(dto|presenter|cookies)\\.ts$',
        ],
      },
    },
    {
      name: 'services-know-no-routes',
      severity: 'error',
      comment:
        'A service decides. Controllers, DTOs, presenters and cookies are in http/, which only its own kind and the module file use.',
      from: { path: '^src/modules/', pathNot: ['^src/modules/[^/]+/http/', '\\.module\\.ts$'] },
      to: { path: '^src/modules/[^/]+/http/' },
    },
    {
      name: 'src-without-tests',
      severity: 'error',
      comment: 'What ships does not lean on what tests it.',
      from: { path: '^src/' },
      to: { path: '^(test|bench|tools)/' },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment: 'A package that comes along with another may leave with it: name it in package.json.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import leads to a file. Those of the build exist after a build.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\.\\./dist/' },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      comment: 'Import from the file that declares the name.',
      from: { path: ['^src/index\\.ts$', '^src/.+/index\\.ts$'] },
      to: {},
    },
    {
      name: 'no-barrel-imports',
      severity: 'error',
      comment: 'Import from the file that declares the name.',
      from: {},
      to: { path: ['^src/index\\.ts$', '^src/.+/index\\.ts$'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that imports nothing and that nothing imports is dead.',
      from: { orphan: true, path: '^src/', pathNot: ['^src/(cli|main|new-migration)\\.ts$', '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/core/prisma/generated/'] },
    exclude: { path: '^(dist|coverage|reports|\\.data)/' },
    // Types are dependencies too: a layer that only borrows a type is still bound to its owner.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
