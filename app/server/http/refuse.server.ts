import type { IncomingMessage } from 'node:http'
import type { MessageKey } from '~/i18n/zh-hans'
import { isCrossSite } from './cross-site.server'
import { bodyLimit } from './upload.server'

const READ_AWAY_BYTES = 32 * 1024 * 1024
const READ_AWAY_MS = 10_000
const MAX_TARGET_LENGTH = 2_048

/** Whether the request only reads: GET or HEAD. */
export function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** Requests that are answered before any work is done for them. */
export function refuse(
  request: IncomingMessage,
  ownOrigin: string,
): { status: number; text: MessageKey } | undefined {
  const target = request.url ?? '/'
  if (target.length > MAX_TARGET_LENGTH) return { status: 414, text: 'request.longAddress' }
  if (!target.startsWith('/') || !isDecodable(target)) {
    return { status: 400, text: 'request.badAddress' }
  }
  if (isRead(request)) return undefined
  if (request.method !== 'POST') return { status: 405, text: 'error.methodNotAllowed.text' }
  if (isCrossSite(request.headers, ownOrigin)) return { status: 403, text: 'error.crossSite.text' }
  const length = Number(request.headers['content-length'])
  if (!Number.isInteger(length)) return { status: 411, text: 'error.invalidInput.text' }
  if (length > bodyLimit(request)) return { status: 413, text: 'error.tooLarge.text' }
  return undefined
}

/**
 * Lets a refused body pass by, unread: a browser that is still sending would see a broken connection in
 * place of the answer. Within limits: what goes on for longer is cut off.
 */
export async function readAway(request: IncomingMessage): Promise<void> {
  if (isRead(request)) return
  let passed = 0
  const cut = setTimeout(() => request.destroy(), READ_AWAY_MS)
  try {
    for await (const chunk of request) {
      passed += (chunk as Buffer).length
      if (passed > READ_AWAY_BYTES) break
    }
  } catch {
    // The sender is gone, and with it whom this was for.
  } finally {
    clearTimeout(cut)
  }
}

function isDecodable(target: string): boolean {
  try {
    return !decodeURIComponent(target.replaceAll('+', ' ')).includes('\0')
  } catch {
    return false
  }
}
