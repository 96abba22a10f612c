import { AppError } from '~/domain/errors'
import { APPEAL_MAX_CHARACTERS, APPEAL_TERM_WORKING_DAYS } from '~/domain/moderation/appeal'
import { sanctionAppealProblem } from '~/domain/moderation/sanction-appeal'
import { dueDate } from '~/domain/response/due'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * 申诉 against a sanction of one's own: once, due in three working days. The sanction stays in force meanwhile.
 *
 * @throws AppError notFound for what is not the viewer's; invalidInput (`field` text, or `problem` why there is none)
 */
export async function appealSanction(
  scope: Scope,
  input: { sanctionId: string; text: string },
): Promise<void> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  const text = writtenText(input.text, 'text', APPEAL_MAX_CHARACTERS)
  if (text === null) throw new AppError('invalidInput', { field: 'text' })
  if (!isId(input.sanctionId)) throw new AppError('notFound')
  const calendar = await loadCalendar(scope.container)
  await transact(scope, async (tx) => {
    const { sanctionId } = input
    const [sanction] = await tx.db.$queryRaw<
      Array<{ personId: string; status: 'active'; from: Date | null; appealed: boolean }>
    >`SELECT s."personId", s."status"::text, s."from",
             EXISTS (SELECT 1 FROM "sanction_appeals" a WHERE a."sanctionId" = s."id") AS "appealed"
        FROM "sanctions" s WHERE s."id" = ${sanctionId} FOR UPDATE`
    if (sanction?.personId !== viewer.personId) throw new AppError('notFound')
    const problem = sanctionAppealProblem(sanction, tx.now)
    if (problem) throw new AppError('invalidInput', { problem })
    const { dueAt } = dueDate(tx.now, APPEAL_TERM_WORKING_DAYS, calendar)
    await tx.db.sanctionAppeal.create({
      data: { sanctionId, text, createdAt: tx.now, dueAt },
    })
    tx.audit({
      action: 'sanction.appealed',
      objectType: 'sanction',
      objectId: sanctionId,
      detail: { dueAt: dueAt.toISOString() },
    })
  })
}
