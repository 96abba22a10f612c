import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

const BATCH = 20

/**
 * Has the scanner look at files that are held for it. What is infected is shown to nobody, and its bytes are removed.
 * While the scanner is away everything stays as it is.
 *
 * @returns how many files it has answered for
 */
export async function scanAttachments(
  scope: Pick<Scope, 'container' | 'db' | 'viewer' | 'now' | 'requestId' | 'addressHash'>,
): Promise<number> {
  const { attachments, malwareScanner } = scope.container
  if (!malwareScanner) return 0
  const waiting = await scope.db.attachment.findMany({
    where: { scan: 'waiting' },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true, hash: true },
  })
  let answered = 0
  for (const { id, hash } of waiting) {
    const stored = await attachments.open(hash)
    if (!stored) continue
    const result = await malwareScanner.scan(Readable.fromWeb(stored.body as NodeStream))
    if (result === 'away') return answered
    await recordScan(scope, id, result)
    answered += 1
  }
  return answered
}

async function recordScan(
  scope: Pick<Scope, 'container' | 'viewer' | 'now' | 'requestId' | 'addressHash'>,
  id: string,
  scan: 'clean' | 'infected',
): Promise<void> {
  await transact(scope, async (tx) => {
    const { count } = await tx.db.attachment.updateMany({
      where: { id, scan: 'waiting' },
      data: { scan, scannedAt: tx.now },
    })
    if (count === 0) return
    const { comment, response, note } = await tx.db.attachment.findUniqueOrThrow({
      where: { id },
      select: {
        comment: { select: { id: true, topicId: true } },
        response: { select: { id: true, topicId: true } },
        note: { select: { commitment: { select: { id: true } } } },
      },
    })
    if (scan === 'infected') {
      tx.audit({
        action: 'attachment.infected',
        objectType: 'attachment',
        objectId: id,
        detail: {
          commentId: comment?.id ?? null,
          responseId: response?.id ?? null,
          commitmentId: note?.commitment.id ?? null,
        },
      })
    }
    const topicId = comment?.topicId ?? response?.topicId
    if (topicId) tx.touch(`topic:${topicId}`)
    if (response) tx.touch(`response:${response.id}`)
    if (note) tx.touch(`commitment:${note.commitment.id}`)
  })
}
