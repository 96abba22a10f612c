import type { Subject } from '~/domain/notice/subject'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { deliverNotice } from './deliver-notice.server'

/** How many followers are told in one transaction. */
const TAKE = 2_500

/**
 * Delivers a notice to the followers of its subjects, each once, a part of them a transaction. May be run again,
 * and by several at once: who has it is passed over.
 *
 * @returns how many followers were gone through
 */
export async function fanOutNotice(scope: Scope, noticeId: string): Promise<number> {
  const notice = await scope.db.notice.findUnique({
    where: { id: noticeId },
    select: { audience: true, actorId: true },
  })
  if (!notice) return 0
  const audience = notice.audience as unknown as Subject[]
  if (audience.length === 0) return 0
  let after = ''
  let gone = 0
  for (;;) {
    const { last, count } = await transact(scope, (tx) =>
      deliverNotice(tx, noticeId, {
        own: false,
        kinds: audience.map(({ kind }) => kind),
        ids: audience.map(({ id }) => id),
        exceptId: notice.actorId,
        after,
        take: TAKE,
      }),
    )
    gone += count
    if (last === null || count < TAKE) return gone
    after = last
  }
}
