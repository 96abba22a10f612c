import { controlCommands, type ControlCommandName } from '~/commands/control-commands.server'
import { createContainer } from '~/server/container.server'
import { callControlSocket, NoSiteError } from '~/server/control-socket.server'
import type { Environment } from '~/server/env.server'

/**
 * Does a command on the site that the settings name. The embedded database may be open in a running
 * site: then that does it, through its socket; else the database is opened here. Throws
 * FolderInUseError when another process has the folder and does not answer.
 */
export async function runOnSite(
  env: Environment,
  command: ControlCommandName,
  input: object,
): Promise<unknown> {
  if (!env.DATABASE_URL) {
    try {
      return await callControlSocket(env.DATA_DIR, command, input)
    } catch (error) {
      if (!(error instanceof NoSiteError)) throw error
    }
  }
  const container = await createContainer({ env: { ...env, ROLE: 'web' } })
  try {
    return await controlCommands(container)[command](input)
  } finally {
    await container.close()
  }
}
