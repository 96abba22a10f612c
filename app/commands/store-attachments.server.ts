import type { FileWords } from '~/domain/moderation/screening/file-words'
import type { Container } from '~/server/container.server'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'

/** What files are attached to. */
export type AttachedTo = { commentId: string } | { responseId: string } | { noteId: string }

/**
 * Stores files and writes their rows, in the caller's transaction. The bytes are there before the transaction ends:
 * what is rolled back leaves at most bytes without a row, which `sweepAttachments` removes. It does not run meanwhile:
 * of two that store the same bytes, neither loses them.
 *
 * @param shown what is shown of what is said of each, where it was screened
 * @returns their ids, in order
 */
export async function storeAttachments(
  tx: Transaction,
  { attachments }: Pick<Container, 'attachments'>,
  to: AttachedTo,
  uploaderId: string,
  files: readonly PreparedFile[],
  shown: readonly FileWords[] = files,
): Promise<string[]> {
  if (files.length === 0) return []
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${ATTACHMENTS_LOCK})`, [])
  const rows = files.map((file, index) => ({
    id: newId(tx.now.getTime()),
    kind: file.kind,
    mediaType: file.mediaType,
    ...wordColumns(file, shown[index] ?? file),
    bytes: file.stored.bytes,
    hash: file.stored.hash,
    width: file.image?.width ?? null,
    height: file.image?.height ?? null,
    thumbnailHash: file.image?.thumbnail.hash ?? null,
    thumbnailWidth: file.image?.thumbnail.width ?? null,
    thumbnailHeight: file.image?.thumbnail.height ?? null,
    scan: file.scan,
    scannedAt: file.scan === 'clean' ? tx.now : null,
    uploaderId,
    createdAt: tx.now,
    ...to,
  }))
  await tx.db.attachment.createMany({ data: rows })
  for (const { stored, image } of files) {
    await attachments.put(stored.hash, stored.path)
    if (image) await attachments.put(image.thumbnail.hash, image.thumbnail.path)
  }
  return rows.map(({ id }) => id)
}

/** Names what storing and sweeping agree on in the database. */
export const ATTACHMENTS_LOCK = 7_220_411

/** The columns of what is said of a file: as shown and, where that is masked, as typed. */
function wordColumns(typed: FileWords, shown: FileWords) {
  return {
    name: shown.name,
    alt: shown.alt,
    originalName: shown.name === typed.name ? null : typed.name,
    originalAlt: shown.alt === typed.alt ? null : typed.alt,
  }
}

/** A file that a changed text takes over, with its words as they were typed and as they are shown. */
export interface KeptFile extends FileWords {
  id: string
  shown: FileWords
}

/**
 * Masks what is said of files that are taken over, where the rules find more in it than when they were sent. What is
 * masked stays as it is: an earlier text that is public shows the same files.
 */
export async function maskKept(
  tx: Transaction,
  kept: readonly KeptFile[],
  shown: readonly FileWords[],
): Promise<void> {
  for (const [index, file] of kept.entries()) {
    const now = shown[index] ?? file
    const words = {
      name: file.shown.name === file.name ? now.name : file.shown.name,
      alt: file.shown.alt === file.alt ? now.alt : file.shown.alt,
    }
    if (words.name === file.shown.name && words.alt === file.shown.alt) continue
    await tx.db.attachment.update({ where: { id: file.id }, data: wordColumns(file, words) })
  }
}

/** Gives a text of a comment its files, in order: those it takes over and those that are new. */
export async function attachToRevision(
  tx: Transaction,
  revisionId: string,
  attachmentIds: readonly string[],
): Promise<void> {
  if (attachmentIds.length === 0) return
  await tx.db.revisionAttachment.createMany({
    data: attachmentIds.map((attachmentId, position) => ({ revisionId, attachmentId, position })),
  })
}
