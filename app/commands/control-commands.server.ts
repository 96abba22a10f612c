import { z } from 'zod'
import { paths } from '~/paths'
import { exportAuditHeads } from '~/queries/export-audit-heads.server'
import { verifyAuditTrail } from '~/queries/verify-audit-trail.server'
import { writeBackup } from '~/server/backup/write-backup.server'
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
    'audit.verify': (input) =>
      verifyAuditTrail(
        container,
        z
          .object({
            headsFile: z.string().min(1).optional(),
            earlierKeys: z.array(z.string()).optional(),
          })
          .parse(input),
      ),
    'audit.exportHeads': (input) =>
      exportAuditHeads(container, z.object({ file: z.string().min(1) }).parse(input).file),
    'backup.write': async (input) => {
      const { file } = z.object({ file: z.string().min(1) }).parse(input)
      return writeBackup(container, file)
    },
  } satisfies Record<string, ControlCommand>
}

export type ControlCommandName = keyof ReturnType<typeof controlCommands>
