import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { BUILT_PROGRAM } from '~/cli/program'
import { csrfToken } from '~/server/auth/csrf.server'
import { sessionKey } from '~/server/auth/lucia.server'
import { signValue } from '~/server/auth/signed-value.server'
import { createContainer, type Container } from '~/server/container.server'
import { readEnvironment, type Environment } from '~/server/env.server'
import { loadKeys } from '~/server/keys.server'

/** Guards nothing: the databases of a bench are gone with it. */
const SECRET = 'a-secret-for-benches-that-guards-nothing'

const DAY_MS = 86_400_000

/** The settings of the served program, for filling its database before it starts. */
export function siteEnvironment(databaseUrl: string): Environment {
  return {
    ...readEnvironment({ NODE_ENV: 'production', LOG_LEVEL: 'error', SECRET }),
    DATABASE_URL: databaseUrl,
    ROLE: 'web',
  }
}

/** Opens the database of a site that is not served yet, for `work`. */
export async function fillSite<T>(
  databaseUrl: string,
  work: (container: Container) => Promise<T>,
): Promise<T> {
  const container = await createContainer({ env: siteEnvironment(databaseUrl) })
  try {
    return await work(container)
  } finally {
    await container.close()
  }
}

/** The built program on a database, in a process of its own. */
export async function startServer(databaseUrl: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, BUILT_PROGRAM, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      SECRET,
      RATE_LIMIT_FACTOR: '100000',
      LOG_LEVEL: 'warn',
    },
  })
  for await (const chunk of child.stdout) if (String(chunk).includes('http')) break
  child.stdout.resume()
  return child
}

/** What a signed-in person's browser sends. */
export interface SignedIn {
  cookie: string
  csrf: string
}

/** A session of a person, with the second factor passed. */
export async function makeSession(
  { env, database }: Container,
  personId: string,
): Promise<SignedIn> {
  const keys = loadKeys(env)
  const secret = randomBytes(20).toString('hex')
  const now = new Date()
  await database.prisma.session.create({
    data: {
      id: sessionKey(secret),
      personId,
      createdAt: now,
      lastSeenAt: now,
      secondFactorAt: now,
      expiresAt: new Date(now.getTime() + 30 * DAY_MS),
      userAgent: 'bench',
      addressHash: '',
    },
  })
  return {
    cookie: `session=${signValue(keys.cookie, secret)}`,
    csrf: csrfToken(keys.csrf, sessionKey(secret)),
  }
}

/** Ends the program and waits until it has: its connections are gone then. */
export async function stopServer(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit')
  server.kill()
  await ended
}
