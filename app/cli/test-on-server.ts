import { spawnSync } from 'node:child_process'

// npm run test:pg: the integration tests on the server that TEST_DATABASE_URL names.
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, TEST_DATABASE: 'server' } },
)
process.exit(status ?? 1)
