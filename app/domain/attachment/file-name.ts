import { MAX_NAME_CHARACTERS } from './limits'
import { endingOf } from './media-type'

/**
 * The name under which a file is shown and downloaded: what its sender called it, without folders, without what cannot
 * be seen or turns text around, and with the ending of what it is. A name of which nothing is left becomes `fallback`.
 */
export function cleanFileName(sent: string, mediaType: string, fallback: string): string {
  const ending = endingOf(mediaType)
  const last = sent.split(/[/\\]/).at(-1) ?? ''
  const visible = last
    .normalize('NFC')
    // Controls, formats (among them those that turn text around), lone surrogates.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  const stem = visible.replace(/\.[0-9a-z]{1,5}$/i, '').replace(/[. ]+$/, '') || fallback
  const suffix = ending ? `.${ending}` : ''
  return (
    Array.from(stem)
      .slice(0, MAX_NAME_CHARACTERS - suffix.length)
      .join('') + suffix
  )
}

/** The header by which a browser saves a file under its name (RFC 6266): for old ones in ASCII, for all others as it is. */
export function attachmentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** How large a file is, in the words of every language: 320 KB, 1.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`
}
