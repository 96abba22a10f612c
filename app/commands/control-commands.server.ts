import { z } from 'zod'
import { paths } from '~/paths'
import type { Container } from '~/server/container.server'
import type { ControlCommand } from '~/server/control-socket.server'
import { siteAddress } from '~/server/site-address.server'
import { systemScope } from '~/server/system-scope.server'
import { createFirstAdministrator } from './create-first-administrator.server'

/**
 * What the command line can have done by the process that has the database open, by name. Input comes as
 * JSON, and the result goes back as JSON.
 */
export function controlCommands(container: Container) {
  return {
    'admin.create': async (input) => {
      const { displayName } = z
        .object({ displayName: z.string().trim().min(1).max(40) })
        .parse(input)
      const made = await createFirstAdministrator(systemScope(container, 'command-line'), {
        displayName,
      })
      if (!made.ok) return { link: null }
      const link = siteAddress(container, paths.invitation(made.code))
      return { link, expiresAt: made.expiresAt.toISOString() }
    },
  } satisfies Record<string, ControlCommand>
}

export type ControlCommandName = keyof ReturnType<typeof controlCommands>
