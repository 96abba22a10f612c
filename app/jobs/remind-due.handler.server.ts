import { remindDue } from '~/commands/remind-due.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'

/** How many are taken up at once. */
const BATCH = 100

/**
 * Reminds of everything that is due within three days and of which nobody was reminded in that time. What fails is
 * logged, and keeps nothing else from being reminded of.
 *
 * @returns how many reminders there were
 */
export async function handleRemindDue(container: Container): Promise<number> {
  let reminded = 0
  let after: { dueAt: Date; assignmentId: string; departmentId: string } | null = null
  for (;;) {
    const scope = systemScope(container, 'remind-due')
    const { parts, next } = await remindDue(scope, { after, take: BATCH })
    reminded += parts
    if (!next) return reminded
    after = next
  }
}
