import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { rejectionReasons } from './content/rejection-reasons'
import { studioTypes } from './content/studio-types'

/**
 * What every site needs before its first day, each where there is none yet: the working-day calendar,
 * the reasons for which a comment is not published, and the types of studios. Administrators edit them.
 */
export async function seedEssentials(container: Container): Promise<void> {
  const db = container.database.prisma
  await importCalendarIfEmpty(container)
  if ((await db.rejectionReason.count()) === 0) {
    await db.rejectionReason.createMany({
      data: rejectionReasons.map((reason, position) => ({ ...reason, position })),
      skipDuplicates: true,
    })
  }
  if ((await db.studioType.count()) === 0) {
    await db.studioType.createMany({
      data: studioTypes.map(({ name }, position) => ({
        id: newId(container.clock().getTime()),
        name,
        position,
      })),
      skipDuplicates: true,
    })
  }
}
