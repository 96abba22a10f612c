import { fileSize } from '~/domain/attachment/file-name'
import { endingOf } from '~/domain/attachment/media-type'
import type { Translate } from '~/i18n/translate'
import { paths } from '~/paths'
import type { Loaded } from '~/components/ui/loaded'
import type { AttachedFile } from '~/queries/attached-files'

/** A file in the words of the page. */
export type FileLine =
  | {
      kind: 'image'
      id: string
      /** The whole image. */
      href: string
      thumbnail: string
      width: number
      height: number
      /** What it shows; where its sender said nothing, that it is a picture and the how manieth. */
      alt: string
      /** What its sender said of it. */
      caption: string
      /** Shown once a reader asks for it. Null for what is seen at once. */
      veil: { label: string; hide: string } | null
    }
  | { kind: 'document'; id: string; href: string; label: string; facts: string }
  /** Not to be had: why. */
  | { kind: 'held'; id: string; label: string; facts: string }

/** Files in words. */
export function fileLines(
  files: ReadonlyArray<Loaded<AttachedFile> & { veiled?: boolean }>,
  t: Translate,
): FileLine[] {
  let images = 0
  return files.map((file): FileLine => {
    const { id } = file
    if (file.kind === 'image') images += 1
    if (file.scan === 'waiting' || file.scan === 'infected') {
      return { kind: 'held', id, label: file.name, facts: t(`attachment.scan.${file.scan}`) }
    }
    if (file.kind === 'document') {
      const type = (endingOf(file.mediaType) ?? '').toUpperCase()
      const facts = `${type} · ${fileSize(file.bytes)}`
      return { kind: 'document', id, href: paths.attachment(id, 'file'), label: file.name, facts }
    }
    const alt = file.alt || t('attachment.image.unsaid', { n: images })
    const veiled = file.veiled ?? file.distressing
    const reason = file.distressing ? 'distressing' : 'unseen'
    return {
      kind: 'image',
      id,
      href: paths.attachment(id, 'image'),
      thumbnail: paths.attachment(id, 'thumbnail'),
      width: file.thumbnailWidth ?? 0,
      height: file.thumbnailHeight ?? 0,
      alt,
      caption: file.alt,
      veil: veiled
        ? { label: t(`attachment.veil.${reason}`), hide: t('attachment.veil.hide') }
        : null,
    }
  })
}
