/**
 * Whether an address that a browser names belongs to a service for browser messages. The program posts there: an
 * address of anybody's choosing would let it knock at doors behind the firewall.
 *
 * @param services host names; a host below one of them is that service's, too
 */
export function isPushService(endpoint: string, services: readonly string[]): boolean {
  let url: URL
  try {
    url = new URL(endpoint)
  } catch {
    return false
  }
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') return false
  return services.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
}
