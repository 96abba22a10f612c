/**
 * The key under which requests of an IP address are counted. IPv4 counts whole; IPv6 by its first 64 bits, as a
 * single household commands all addresses of a /64; an IPv4 address written as IPv6 (`::ffff:…`) counts as
 * IPv4, so that it is not counted twice. What is no address counts as `unknown`, all of it together.
 */
export function addressKey(address: string): string {
  const trimmed = address.trim()
  const v4 = parseIpv4(trimmed)
  if (v4) return v4.join('.')
  const groups = parseIpv6(trimmed)
  if (!groups) return 'unknown'
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (mapped) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.')
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The four bytes, without leading zeros in the text: some systems read those as octal. */
function parseIpv4(text: string): number[] | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  const bytes = parts.map((part) => (/^(?:0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256))
  return bytes.every((byte) => byte <= 255) ? bytes : null
}

/** The eight groups of 16 bits (RFC 4291, section 2.2). A zone (`%eth0`) is left out. */
function parseIpv6(text: string): number[] | null {
  const [bare = '', ...zone] = text.split('%')
  if (zone.length > 1 || zone[0] === '') return null
  const halves = bare.split('::')
  if (halves.length > 2) return null
  const [head = '', tail] = halves
  const front = parseGroups(head, tail === undefined)
  const back = tail === undefined ? [] : parseGroups(tail, true)
  if (!front || !back) return null
  const gap = 8 - front.length - back.length
  if (tail === undefined ? gap !== 0 : gap < 1) return null
  return [...front, ...Array<number>(gap).fill(0), ...back]
}

/** Groups between colons; the last two may be written as IPv4 where the address ends with them. */
function parseGroups(text: string, endsAddress: boolean): number[] | null {
  if (text === '') return []
  const parts = text.split(':')
  const groups: number[] = []
  for (const [position, part] of parts.entries()) {
    const bytes = endsAddress && position === parts.length - 1 ? parseIpv4(part) : null
    if (bytes) {
      const [a = 0, b = 0, c = 0, d = 0] = bytes
      groups.push((a << 8) | b, (c << 8) | d)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16))
    } else {
      return null
    }
  }
  return groups
}
