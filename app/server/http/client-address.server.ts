import type { IncomingMessage } from 'node:http'

/**
 * The client's address. Behind proxies it is the X-Forwarded-For entry that the outermost trusted
 * proxy wrote; whatever stands left of it may be invented.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return direct
  const forwarded = header(request, 'x-forwarded-for')
  const chain = forwarded ? forwarded.split(',').map((part) => part.trim()) : []
  return (chain.at(-trustedProxies) ?? chain[0] ?? direct).slice(0, 45)
}

/** Scheme and host of the request: PUBLIC_URL when it is set, else what the request says. */
export function requestOrigin(
  request: IncomingMessage,
  settings: { publicUrl: string | undefined; trustedProxies: number },
): string {
  if (settings.publicUrl) return new URL(settings.publicUrl).origin
  const behindProxy = settings.trustedProxies > 0
  const scheme = (behindProxy && header(request, 'x-forwarded-proto')) || 'http'
  const host = (behindProxy && header(request, 'x-forwarded-host')) || request.headers.host
  return `${scheme === 'https' ? 'https' : 'http'}://${host ?? 'localhost'}`
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
