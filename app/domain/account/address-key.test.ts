import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey } from './address-key'

describe('addressKey', () => {
  test('counts IPv4 whole', () => {
    expect(addressKey('203.0.113.7')).toBe('203.0.113.7')
    expect(addressKey(' 203.0.113.8 ')).toBe('203.0.113.8')
    expect(addressKey('0.0.0.0')).toBe('0.0.0.0')
  })

  test.each([
    '2001:db8:0:1::1',
    '2001:db8:0:1:ffff:ffff:ffff:ffff',
    '2001:0DB8:0000:0001:0:0:0:9',
    '2001:db8:0:1::192.0.2.1',
    '2001:db8:0:1::1%eth0',
  ])('counts %s by its /64', (address) => {
    expect(addressKey(address)).toBe('2001:db8:0:1::/64')
  })

  test('keeps the neighbouring /64 apart', () => {
    expect(addressKey('2001:db8:0:2::1')).toBe('2001:db8:0:2::/64')
    expect(addressKey('::1')).toBe('0:0:0:0::/64')
    expect(addressKey('fe80::1%en0')).toBe('fe80:0:0:0::/64')
  })

  test.each(['::ffff:203.0.113.7', '::FFFF:cb00:7107', '0:0:0:0:0:ffff:203.0.113.7'])(
    'counts %s as the IPv4 address it is',
    (address) => {
      expect(addressKey(address)).toBe('203.0.113.7')
    },
  )

  test.each([
    '',
    'localhost',
    '203.0.113',
    '203.0.113.256',
    '203.0.113.07',
    '203.0.113.7:443',
    '203.0.113.7, 198.51.100.2',
    '[2001:db8::1]',
    '2001:db8',
    '2001:db8::1::2',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    '2001:db8::g',
    '2001:db8::12345',
    '192.0.2.1::',
    ':1:2:3:4:5:6:7',
    'fe80::1%',
    'fe80::1%a%b',
  ])('counts %j as unknown', (address) => {
    expect(addressKey(address)).toBe('unknown')
  })

  test('knows every address that the system knows', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        expect(isIP(address)).not.toBe(0)
        expect(addressKey(address)).not.toBe('unknown')
      }),
    )
  })

  test('takes nothing for an address that the system does not', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789abf:.%'), maxLength: 24 })
    fc.assert(
      fc.property(near, (text) => {
        if (isIP(text) === 0) expect(addressKey(text)).toBe('unknown')
        else expect(addressKey(text)).not.toBe('unknown')
      }),
      { numRuns: 3000 },
    )
  })

  test('fits the column of the counters', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(addressKey(address).length).toBeLessThanOrEqual(45)
      }),
    )
  })
})
