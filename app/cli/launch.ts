import { spawn } from 'node:child_process'
import { buildIfStale } from './build'
import { generate } from './generate'
import { BUILT_PROGRAM } from './program'

// npm run demo | dev | start
const mode = process.argv[2]
const root = process.cwd()

const settings: NodeJS.ProcessEnv =
  mode === 'demo'
    ? { NODE_ENV: 'production', DEMO: '1' }
    : mode === 'dev'
      ? { NODE_ENV: 'development', DEMO: '1' }
      : { NODE_ENV: 'production', DEMO: '0' }

if (mode === 'dev') generate(root)
else await buildIfStale(root)

const program =
  mode === 'dev' ? ['--enable-source-maps', '--import', 'tsx', 'server.ts'] : BUILT_PROGRAM
const child = spawn(process.execPath, program, {
  cwd: root,
  stdio: 'inherit',
  env: { LOG_LEVEL: 'warn', ...process.env, ...settings },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
