import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '~/server/env.server'

/** Programs that read a site do not make one. Throws where the data folder holds no database. */
export function requireSite(env: Environment): void {
  if (env.DATABASE_URL || existsSync(join(env.DATA_DIR, 'database'))) return
  throw new Error(`There is no site in ${env.DATA_DIR}. Set DATA_DIR to its folder.`)
}
