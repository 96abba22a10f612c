import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether an unsafe request was sent by another site. Browsers name the sender in Sec-Fetch-Site or
 * Origin; a request with neither comes from no browser's page and carries no cookies of a visitor by
 * accident.
 */
export function isCrossSite(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  const origin = headers.origin
  return origin !== undefined && origin !== ownOrigin
}
