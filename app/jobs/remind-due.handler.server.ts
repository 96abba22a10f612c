import { remindDue, type ReminderCause } from '~/commands/remind-due.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'

/** How many are taken up at once. */
const BATCH = 100

/**
 * Reminds of everything that is due within three days and of which nobody was reminded in that time, and once of what
 * was not acknowledged in time. What fails is logged, and keeps nothing else from being reminded of.
 *
 * @returns how many reminders there were
 */
export async function handleRemindDue(container: Container): Promise<number> {
  const dueSoon = await remindOfAll(container, 'dueSoon')
  // Afterwards: of a matter of which somebody was reminded today nobody is told twice.
  return dueSoon + (await remindOfAll(container, 'unacknowledged'))
}

async function remindOfAll(container: Container, cause: ReminderCause): Promise<number> {
  let reminded = 0
  let after: { dueAt: Date; assignmentId: string; departmentId: string } | null = null
  for (;;) {
    const scope = systemScope(container, 'remind-due')
    const { parts, next } = await remindDue(scope, cause, { after, take: BATCH })
    reminded += parts
    if (!next) return reminded
    after = next
  }
}
