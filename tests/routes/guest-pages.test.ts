import { describe, expect, it } from 'vitest'
import type { AccessRule } from '~/policies/access'
import routes from '~/routes'
import { guestPageAddress } from '~/server/http/guest-pages.server'
import type { RouteConfigEntry } from '@remix-run/route-config'

const modules = import.meta.glob<{ loader?: { rule?: AccessRule } }>(
  '../../app/routes/**/*.{ts,tsx}',
)

const ID = '01jd0000000000000000000000'

/** Pages of everybody that guests do not share, each with why. */
const NOT_SHARED: Record<string, string> = {
  search: 'whoever searches asks something else each time',
  'sign-in': 'a form',
  'sign-in/persona': 'a form',
  'sign-out': 'a form',
  'sign-up': 'a form',
  'sign-up/:codeId': 'for one person',
  recover: 'a form',
  'recover/:codeId': 'for one person',
  'welcome/:code': 'for one person',
  'welcome/:code/:codeId': 'for one person',
  'unsubscribe/:token': 'for one person',
  'calendar/:token': 'for one person',
  'verify-receipt': 'a file of its own, which holds no data',
  preferences: 'sets a cookie',
  'attachments/:attachmentId/:rendition': 'a file from the disk, with a tag of its own',
  'statistics.csv': 'a file',
  'statistics.json': 'a file',
  healthz: 'says how things are now',
  '*': 'is nowhere',
}

function entries(list: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return list.flatMap((entry) => [entry, ...entries(entry.children ?? [])])
}

const open: Array<readonly [path: string]> = []
for (const { path, index, file } of entries(await routes)) {
  if (path === undefined && !index) continue
  const module = await modules[`../../app/${file}`]?.()
  if (module?.loader?.rule?.name === 'everybody') open.push([path ?? ''])
}

describe('what everybody may read', () => {
  it.each(open)('at /%s is shared by guests, or is named with why not', (path) => {
    const addresses =
      path === 'feeds/:kind/:id?'
        ? [
            'topics',
            'responses',
            'commitments',
            'outcomes',
            `categories/${ID}`,
            `studios/${ID}`,
          ].map((subject) => `/feeds/${subject}`)
        : [`/${path.replaceAll(/:\w+/g, ID)}`]
    for (const address of addresses) {
      const expected = path in NOT_SHARED ? undefined : address
      expect(guestPageAddress(address)).toBe(expected)
    }
  })

  it('is named where it exists', () => {
    const paths = open.map(([path]) => path)
    expect(Object.keys(NOT_SHARED).filter((path) => !paths.includes(path))).toEqual([])
  })
})

describe('a shared page', () => {
  it.each([
    [`/topics?stage=x1&sort=x2&category=x3&district=${'9'.repeat(27)}`, '/topics'],
    [`/topics/${ID}?stance=x&kind=x&voice=x&sort=x`, `/topics/${ID}`],
    ['/statistics?months=13&department=x', '/statistics'],
    ['/commitments?state=x&department=x', '/commitments'],
    [`/topics?after=${'x'.repeat(81)}`, '/topics'],
  ])('is not multiplied by the values of %s', (target, address) => {
    expect(guestPageAddress(target)).toBe(address)
  })

  it.each([
    `/topics?category=${ID}&sort=hot&stage=deliberating`,
    `/topics/${ID}?after=${ID}&stance=support`,
    `/commitments?after=${ID}&department=${ID}&state=overdue`,
    `/statistics?months=6`,
    `/studios/${ID}?after=${ID}`,
    `/topics/${ID}/comments/${ID}/same?after=${ID}`,
    // A broken key is for the page to refuse.
    '/topics?after=x',
  ])('knows %s', (address) => {
    expect(guestPageAddress(address)).toBe(address)
  })
})
