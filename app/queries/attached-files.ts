import type { AttachmentKind } from '~/domain/attachment/media-type'
import type { AttachmentScan } from '~/domain/attachment/serving'
import type { Prisma } from '~/generated/prisma/client'

/** A file as pages show it. */
export interface AttachedFile {
  id: string
  kind: AttachmentKind
  mediaType: string
  name: string
  bytes: number
  alt: string
  /** Of the small image. */
  thumbnailWidth: number | null
  thumbnailHeight: number | null
  scan: AttachmentScan
  /** 令人不适 */
  distressing: boolean
}

export const attachedFile = {
  id: true,
  kind: true,
  mediaType: true,
  name: true,
  bytes: true,
  alt: true,
  thumbnailWidth: true,
  thumbnailHeight: true,
  scan: true,
  distressing: true,
} as const

/** The files of a text, in their order: for a `select` of a revision. */
export const filesOfRevision = {
  orderBy: { position: 'asc' },
  select: { attachment: { select: attachedFile } },
} as const

/** The same with what was typed of them where that is shown masked: for who reviews the text. */
export const filesAsTyped = {
  orderBy: { position: 'asc' },
  select: {
    attachment: { select: { ...attachedFile, originalName: true, originalAlt: true } },
  },
} as const

/** The public files of a response: for a `select` of one. */
export const publishedFiles = {
  where: {
    responseVersion: { not: null },
    removedVersion: null,
    scan: { in: ['none', 'clean'] },
  },
  orderBy: { id: 'asc' },
  select: { ...attachedFile, responseVersion: true },
} satisfies Prisma.Response$attachmentsArgs

/** The same of all versions that a response has had. */
export const filesOfVersions = {
  where: { responseVersion: { not: null }, scan: { in: ['none', 'clean'] } },
  orderBy: { id: 'asc' },
  select: { ...attachedFile, responseVersion: true, removedVersion: true },
} satisfies Prisma.Response$attachmentsArgs

/** The files of the present draft of a response with those that it takes out: for a `select` of one. */
export const workingFiles = {
  where: { removedVersion: null },
  orderBy: { id: 'asc' },
  select: { ...attachedFile, responseVersion: true, leaves: true },
} satisfies Prisma.Response$attachmentsArgs

/** The files of a note that can be shown: for a `select` of one. */
export const filesOfNote = {
  where: { scan: { in: ['none', 'clean'] } },
  orderBy: { id: 'asc' },
  select: attachedFile,
} satisfies Prisma.CommitmentNote$attachmentsArgs

export function filesOf(rows: ReadonlyArray<{ attachment: AttachedFile }>): AttachedFile[] {
  return rows.map(({ attachment }) => attachment)
}

/** The files `f` of a text as JSON, in the order of `ra`: for statements past Prisma. */
export const FILES_JSON = `
  json_agg(json_build_object('id', f."id", 'kind', f."kind", 'mediaType', f."mediaType", 'name', f."name",
    'bytes', f."bytes", 'alt', f."alt", 'thumbnailWidth', f."thumbnailWidth", 'thumbnailHeight', f."thumbnailHeight",
    'scan', f."scan", 'distressing', f."distressing") ORDER BY ra."position")`
