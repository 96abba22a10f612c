import { attachmentDisposition } from '~/domain/attachment/file-name'
import { everybody } from '~/policies/access'
import { getAttachmentFile } from '~/queries/get-attachment-file.server'
import { guardedLoader } from '~/server/http/guard.server'

/**
 * A file, to whom it may go (`getAttachmentFile` asks). It is never taken for anything but what it is, and as a page of
 * its own it can do nothing. It is asked for anew each time: what is hidden now is gone from every browser that asks.
 */
export const loader = guardedLoader(everybody, async ({ scope, params, request }) => {
  const file = await getAttachmentFile(
    scope,
    params['attachmentId'] ?? '',
    params['rendition'] ?? '',
  )
  const etag = `"${file.hash.slice(0, 32)}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': file.public ? 'public, no-cache' : 'private, no-cache',
    'content-security-policy': `sandbox; default-src 'none'`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex',
    vary: 'Cookie',
  }
  if (request.headers.get('if-none-match')?.includes(etag)) {
    return new Response(null, { status: 304, headers })
  }
  const { bytes, body } = await file.open()
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': file.mediaType,
      'content-length': String(bytes),
      'content-disposition': file.mediaType.startsWith('image/')
        ? 'inline'
        : attachmentDisposition(file.name),
    },
  })
})
