// Who may import whom.
const own = '^app/|^server\\.ts$|^prisma/seed/'

/** What a folder may import, besides packages. */
const layers = {
  domain: ['domain'],
  'paths\\.ts|i18n': ['domain', 'i18n', 'generated/zh-hant'],
  policies: ['domain', 'policies', 'paths\\.ts', 'i18n'],
  forms: ['domain', 'forms', 'paths\\.ts', 'i18n'],
  server: [
    'domain',
    'server',
    'paths\\.ts',
    'i18n',
    'generated',
    'jobs/[^.]+\\.ts$',
    'policies/access',
  ],
  queries: ['domain', 'queries', 'policies', 'paths\\.ts', 'i18n', 'server', 'generated'],
  commands: [
    'domain',
    'commands',
    'queries',
    'policies',
    'paths\\.ts',
    'i18n',
    'server',
    'generated',
    'jobs/[^.]+\\.ts$',
  ],
  components: ['domain', 'components', 'forms', 'paths\\.ts', 'i18n', 'styles'],
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(layers).map(([folder, allowed]) => ({
      name: `layer-${folder.replace(/\W+/g, '-')}`,
      severity: 'error',
      from: { path: `^app/(${folder})(/|$)`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: own,
        pathNot: allowed.map((name) => `^app/${name}`),
        // Types of queries and of the server's answers may be used for props.
        ...(folder === 'components' ? { dependencyTypesNot: ['type-only'] } : {}),
      },
    })),
    {
      name: 'job-handlers',
      severity: 'error',
      from: { path: '^app/jobs/.+\\.handler\\.server\\.ts$' },
      to: { path: '^app/(routes|components|forms)' },
    },
    {
      name: 'routes-not-database',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/(generated/prisma|server/db/database)' },
    },
    {
      name: 'routes-not-routes',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/routes/.+\\.tsx?$', pathNot: '\\.module\\.css$' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: own, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|app/generated' },
    exclude: { path: '\\.css(\\?url)?$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
