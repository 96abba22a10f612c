import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { accessToAttachment } from '~/policies/attachment'
import type { Scope } from '~/server/scope.server'
import type { StoredBytes } from '~/server/attachments/storage'

/** Of an image the whole or the small one; of a document its download. */
const RENDITIONS = ['image', 'thumbnail', 'file'] as const

export interface ServedFile {
  mediaType: string
  name: string
  /** Names the bytes. */
  hash: string
  /** Everybody may have it now. */
  public: boolean
  /** @throws AppError notFound where the store has lost it */
  open(): Promise<StoredBytes>
}

/**
 * A file for who may have it. Whether there is none, or none for this reader, is not told.
 *
 * @throws AppError notFound
 */
export async function getAttachmentFile(
  scope: Pick<Scope, 'db' | 'viewer' | 'container'>,
  id: string,
  rendition: string,
): Promise<ServedFile> {
  const wanted = RENDITIONS.find((each) => each === rendition)
  const row =
    wanted && isId(id)
      ? await scope.db.attachment.findUnique({
          where: { id },
          select: {
            kind: true,
            mediaType: true,
            name: true,
            hash: true,
            thumbnailHash: true,
            scan: true,
            uploaderId: true,
            responseVersion: true,
            removedVersion: true,
            noteId: true,
            comment: {
              select: {
                status: true,
                currentRevision: {
                  select: {
                    attachments: { where: { attachmentId: id }, select: { position: true } },
                  },
                },
              },
            },
            response: {
              select: {
                publishedVersionId: true,
                assignment: {
                  select: {
                    departments: {
                      where: { state: { notIn: ['returned', 'withdrawn'] } },
                      select: { departmentId: true },
                    },
                  },
                },
              },
            },
          },
        })
      : null
  if (!row || (row.kind === 'document') !== (wanted === 'file')) throw new AppError('notFound')
  const { comment, response } = row
  const facts = {
    scan: row.scan,
    uploaderId: row.uploaderId,
    comment: comment && {
      status: comment.status,
      inCurrentText: (comment.currentRevision?.attachments.length ?? 0) > 0,
    },
    response: response && {
      departmentIds: response.assignment.departments.map(({ departmentId }) => departmentId),
      published:
        response.publishedVersionId !== null &&
        row.responseVersion !== null &&
        row.removedVersion === null,
    },
    note: row.noteId !== null,
  }
  const secondFactorRequired = !scope.container.env.DEMO
  const access = accessToAttachment(scope.viewer, facts, { secondFactorRequired })
  const hash = wanted === 'thumbnail' ? row.thumbnailHash : row.hash
  if (!access || !hash) throw new AppError('notFound')
  return {
    mediaType: row.mediaType,
    name: row.name,
    hash,
    public: access === 'public',
    open: async () => {
      const stored = await scope.container.attachments.open(hash)
      if (!stored) throw new AppError('notFound', {}, { detail: `the store has lost ${hash}` })
      return stored
    },
  }
}
