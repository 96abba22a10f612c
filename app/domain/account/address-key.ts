/**
 * What rate limits count an address as: IPv4 whole, IPv6 by its /64 (one household or office), an
 * IPv4-mapped IPv6 address as IPv4. What is no address counts as `unknown`.
 */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)
  const ipv4 = mapped?.[1] ?? address
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(ipv4)) {
    return ipv4.split('.').every((part) => Number(part) <= 255) ? ipv4 : 'unknown'
  }
  const groups = expandIpv6(address.split('%')[0] ?? '')
  return groups ? `${groups.slice(0, 4).join(':')}::/64` : 'unknown'
}

/** The eight groups of an IPv6 address, without leading zeros, or undefined when it is none. */
function expandIpv6(address: string): string[] | undefined {
  const halves = address.toLowerCase().split('::')
  if (halves.length > 2 || !address.includes(':')) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined
  return groups.map((group) => group.replace(/^0+(?=.)/, ''))
}
