import type { AttachmentKind } from '~/domain/attachment/media-type'
import type { AttachmentScan } from '~/domain/attachment/serving'

/** A file that was looked at and is fit to be stored. Its bytes lie beside those of the upload, and go with them. */
export interface PreparedFile {
  kind: AttachmentKind
  mediaType: string
  name: string
  alt: string
  stored: { hash: string; path: string; bytes: number }
  /** Of an image. */
  image: {
    width: number
    height: number
    thumbnail: { hash: string; path: string; width: number; height: number }
  } | null
  scan: Exclude<AttachmentScan, 'infected'>
}
