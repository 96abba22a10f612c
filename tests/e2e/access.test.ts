import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { PERSONAS, type Persona } from '~/domain/account/persona'
import routes from '~/routes'
import { Client, firstOn, type Answer } from './support/client'
import { startSite, type RunningSite } from './support/site'

// Who gets what at every address: guests and each of the demo's people, reading and sending an empty form.

type Reader = 'guest' | Persona
const READERS: readonly Reader[] = ['guest', ...PERSONAS]

/** Statuses of a guest, of the people named, and of everybody else who is signed in. */
interface Expected {
  guest: number
  others: number
  named?: Partial<Record<Persona, number>>
  /** Asked by a script, which is answered with data: the page keeps what was typed. */
  script?: true
}

const everybody = (status: number, guest = status): Expected => ({ guest, others: status })
/** A guest is sent to sign in. */
const signedIn = (status: number): Expected => ({ guest: 302, others: status })
/** A guest's form gets the page on which to sign in without losing it. */
const signedInForm = (status: number): Expected => ({ guest: 401, others: status })
const only = (people: readonly Persona[], status: number): Expected => ({
  guest: 302,
  others: 403,
  named: Object.fromEntries(people.map((one) => [one, status])),
})
const onlyForm = (people: readonly Persona[], status: number): Expected => ({
  ...only(people, status),
  guest: 401,
})
const none = everybody(405)
/** There only for whose it is. */
const ownerOnly: Expected = { guest: 302, others: 404, named: { resident: 200 } }

const OFFICIALS = ['draftingOfficial', 'signingOfficial', 'assigningOfficial'] as const
const MODERATORS = ['moderator', 'seniorModerator'] as const
const STUDIO = ['convener', 'liaison', 'admin'] as const
const CONVENERS = ['convener', 'admin'] as const
const ADMIN = ['admin'] as const
const SCREENING = ['seniorModerator', 'admin'] as const
const STAFF = PERSONAS.filter((one) => !['resident', 'member', 'expert'].includes(one))

/**
 * Every route: what reading answers, and what an empty form answers. 302 and 303 lead elsewhere, 401 is
 * the page that signs in without losing the form, 400 and 422 are complaints about the form.
 */
const TABLE: Record<string, readonly [read: Expected, form: Expected]> = {
  '/': [everybody(200), none],
  '/topics': [everybody(200), none],
  '/topics/:topicId': [everybody(200), none],
  '/topics/:topicId/summary': [everybody(200), none],
  '/topics/:topicId/comments': [signedIn(200), signedInForm(422)],
  '/topics/:topicId/comments/:commentId': [everybody(200), none],
  // The comment leads no group: there is nothing under it.
  '/topics/:topicId/comments/:commentId/same': [everybody(404), none],
  '/topics/:topicId/comments/:commentId/report': [signedIn(200), signedInForm(422)],
  '/comments/:ownId/edit': [ownerOnly, signedInForm(422)],
  '/comments/:ownId/withdraw': [ownerOnly, { guest: 401, others: 404, named: { resident: 303 } }],
  '/receipts/:ownId': [ownerOnly, none],
  // Nothing of it was refused: there is no appeal, and the receipt says so.
  '/receipts/:ownId/appeal': [
    { guest: 302, others: 404, named: { resident: 302 } },
    { guest: 401, others: 404, named: { resident: 302 } },
  ],
  // While its newest step waits to be sealed it leads back; by then it is.
  '/receipts/:ownId/proof.json': [ownerOnly, none],
  '/verify-receipt': [everybody(200), everybody(422)],
  '/responses/:responseId': [everybody(200), none],
  '/responses/:responseId/rate': [signedIn(200), signedInForm(422)],
  '/commitments': [everybody(200), none],
  '/commitments/:commitmentId': [everybody(200), signedInForm(422)],
  '/studios': [everybody(200), none],
  '/studios/:studioId': [everybody(200), none],
  '/search': [everybody(200), none],
  '/statistics': [everybody(200), none],
  '/statistics.csv': [everybody(200), none],
  '/statistics.json': [everybody(200), none],
  '/feeds': [everybody(200), none],
  '/feeds/:feedsOf/:studioId': [everybody(200), none],
  '/calendar/:token': [everybody(404), none],
  '/openness': [everybody(200), none],
  '/privacy': [everybody(200), none],
  '/accessibility': [everybody(200), none],
  '/preferences': [everybody(302), none],
  // A public image.
  '/attachments/:attachmentId/:rendition': [everybody(200), none],
  '/healthz': [everybody(200), none],
  '/*': [everybody(404), everybody(404)],

  '/sign-in': [everybody(302, 200), everybody(422)],
  '/sign-in/persona': [everybody(302), everybody(404)],
  '/sign-up': [everybody(302, 200), everybody(302, 422)],
  '/sign-up/:signUpId': [everybody(200), everybody(422)],
  '/recover': [everybody(200), everybody(422)],
  '/recover/:recoverId': [everybody(200), everybody(422)],
  '/welcome/:code': [everybody(404), everybody(422)],
  '/welcome/:code/:codeId': [everybody(404), everybody(404)],
  '/second-factor': [signedIn(302), signedInForm(303)],
  '/second-factor/set-up': [only(STAFF, 200), onlyForm(STAFF, 422)],

  '/me': [signedIn(200), none],
  '/me/notices': [signedIn(200), signedInForm(303)],
  '/me/notices/settings': [signedIn(200), signedInForm(400)],
  '/me/notices/:noticeId': [{ guest: 302, others: 404, named: { resident: 302 } }, none],
  '/me/notices/push': [signedIn(302), signedInForm(400)],
  // A link that nobody was sent.
  '/me/notices/address/:token': [signedIn(200), signedInForm(404)],
  '/unsubscribe/:token': [everybody(404), everybody(404)],
  '/follows': [signedIn(302), signedInForm(404)],
  '/me/reports': [signedIn(200), none],
  '/me/account': [signedIn(200), signedInForm(422)],
  '/me/password': [signedIn(200), signedInForm(422)],
  '/me/phone': [signedIn(200), signedInForm(422)],
  '/me/phone/:codeId': [signedIn(404), signedInForm(404)],
  '/me/sessions': [signedIn(200), signedInForm(404)],
  '/me/consents': [signedIn(200), signedInForm(400)],
  '/me/data': [signedIn(200), none],
  '/me/data.json': [signedIn(200), none],
  // A sanction of somebody else's.
  '/me/sanctions/:sanctionId': [signedIn(404), signedInForm(404)],
  '/me/close': [signedIn(200), signedInForm(422)],

  '/moderation': [only(MODERATORS, 200), onlyForm(MODERATORS, 400)],
  '/moderation/events': [only(MODERATORS, 400), none],
  '/moderation/same': [only(MODERATORS, 302), onlyForm(MODERATORS, 404)],
  '/moderation/ratings': [only(MODERATORS, 200), onlyForm(MODERATORS, 422)],
  '/moderation/undo': [only(MODERATORS, 302), onlyForm(MODERATORS, 404)],
  '/moderation/lease': [only(MODERATORS, 302), onlyForm(MODERATORS, 400)],
  '/moderation/veil': [only(MODERATORS, 302), onlyForm(MODERATORS, 404)],
  '/moderation/pause': [only(MODERATORS, 302), onlyForm(MODERATORS, 400)],
  '/moderation/appeals/:ownId': [only(MODERATORS, 404), onlyForm(MODERATORS, 404)],
  '/moderation/sanctions': [only(SCREENING, 200), none],
  '/moderation/sanctions/new?comment=:commentId': [
    only([...MODERATORS, 'admin'], 200),
    onlyForm([...MODERATORS, 'admin'], 422),
  ],
  '/moderation/sanctions/:sanctionId': [
    only([...MODERATORS, 'admin'], 200),
    onlyForm([...MODERATORS, 'admin'], 400),
  ],
  '/moderation/figures': [only(MODERATORS, 200), none],
  '/moderation/figures.csv': [only(MODERATORS, 200), none],
  '/moderation/second-looks': [only(['seniorModerator'], 200), onlyForm(['seniorModerator'], 404)],
  '/moderation/bulk': [only(MODERATORS, 302), onlyForm(MODERATORS, 400)],
  '/moderation/filters': [only(MODERATORS, 302), onlyForm(MODERATORS, 303)],
  '/moderation/rules': [only(SCREENING, 200), onlyForm(SCREENING, 422)],
  '/moderation/words': [only(SCREENING, 200), onlyForm(SCREENING, 422)],
  '/desk': [only(OFFICIALS, 200), none],
  '/desk/assign?topic=:topicId': [
    only(['assigningOfficial'], 200),
    onlyForm(['assigningOfficial'], 422),
  ],
  '/desk/passages': [
    only(['draftingOfficial', 'signingOfficial'], 200),
    onlyForm(['draftingOfficial', 'signingOfficial'], 422),
  ],
  '/desk/:assignmentId/pause': [
    only(['draftingOfficial'], 302),
    { ...onlyForm(['draftingOfficial'], 422), script: true },
  ],
  '/desk/reopenings/:reopeningId': [
    only(['assigningOfficial'], 200),
    onlyForm(['assigningOfficial'], 422),
  ],
  '/desk/commitments': [only(OFFICIALS, 200), none],
  '/desk/commitments/:commitmentId': [only(OFFICIALS, 200), onlyForm(OFFICIALS, 400)],
  // Whoever administers has no department of their own: the address names one.
  '/desk/calendar': [
    only(['draftingOfficial', 'signingOfficial'], 200),
    onlyForm(['draftingOfficial', 'signingOfficial'], 400),
  ],
  '/desk/delegation': [
    {
      guest: 302,
      others: 403,
      named: { draftingOfficial: 200, signingOfficial: 200, admin: 404 },
    },
    {
      guest: 401,
      others: 403,
      named: { draftingOfficial: 422, signingOfficial: 422, admin: 404 },
    },
  ],
  '/desk/responses/:draftedId/files': [only(OFFICIALS, 200), onlyForm(OFFICIALS, 422)],
  '/desk/responses/:answeredId/follow-up': [
    only(['draftingOfficial', 'signingOfficial'], 200),
    onlyForm(['draftingOfficial', 'signingOfficial'], 422),
  ],
  '/desk/:assignmentId': [only(OFFICIALS, 200), onlyForm(OFFICIALS, 422)],
  // Which department's part is meant is not said: there is none.
  '/desk/:assignmentId/:act': [only(OFFICIALS, 404), onlyForm(OFFICIALS, 422)],
  '/studio': [only(STUDIO, 200), none],
  '/studio/topics/new': [only(CONVENERS, 200), onlyForm(CONVENERS, 422)],
  '/studio/topics/:studioTopicId': [only(STUDIO, 200), onlyForm(STUDIO, 400)],
  '/studio/topics/:studioTopicId/summary': [only(STUDIO, 200), onlyForm(STUDIO, 422)],
  '/studio/topics/:studioTopicId/merge': [only(STUDIO, 200), onlyForm(STUDIO, 422)],

  '/admin': [only(ADMIN, 200), none],
  '/admin/people': [only(ADMIN, 200), none],
  '/admin/people/new': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/people/:personId': [only(ADMIN, 200), onlyForm(ADMIN, 400)],
  '/admin/people/:personId/second-factor': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/departments': [only(ADMIN, 200), none],
  '/admin/departments/:departmentId': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/studios': [only(ADMIN, 200), none],
  '/admin/studios/:studioId': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/studio-types': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/categories': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/districts': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/reasons': [only(SCREENING, 200), onlyForm(SCREENING, 422)],
  '/admin/calendar': [only(ADMIN, 200), onlyForm(ADMIN, 400)],
  '/admin/jobs': [only(ADMIN, 200), onlyForm(ADMIN, 400)],
  '/admin/outbox': [only(ADMIN, 200), none],
  '/admin/settings': [only(ADMIN, 200), onlyForm(ADMIN, 400)],
  '/admin/due-rules': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/admin/carried-rates': [only(ADMIN, 200), onlyForm(ADMIN, 422)],
  '/audit': [only(['auditor'], 200), none],

  // Signs out whoever sends it: the last row.
  '/sign-out': [everybody(302), everybody(303)],
}

/** A pattern as the routes write it: names of parameters and what follows the path do not matter. */
function shape(pattern: string): string {
  return (pattern.split('?')[0] ?? '').replaceAll(/:\w+/g, ':')
}

const IDS: Record<string, string> = {
  token: 'no-such-token',
  feedsOf: 'studios',
  act: 'return',
  rendition: 'thumbnail',
  code: 'no-such-invitation',
  codeId: 'no-such-code',
}

/** The address of a row, with ids of what is there. */
function addressOf(pattern: string): string {
  return pattern.replace('*', 'nothing-here').replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const id = IDS[name]
    if (id === undefined) throw new Error(`no id for ${name}`)
    return id
  })
}

function routePatterns(entries: readonly RouteConfigEntry[], parent = ''): string[] {
  return entries.flatMap((entry) => {
    const own = entry.path === undefined ? parent : `${parent}/${entry.path}`
    return entry.children ? routePatterns(entry.children, own) : [own === '' ? '/' : own]
  })
}

let site: RunningSite
const readers = new Map<Reader, Client>()

function reader(who: Reader): Client {
  const client = readers.get(who)
  if (!client) throw new Error(`${who} has not signed in`)
  return client
}

beforeAll(async () => {
  site = await startSite('embedded')
  readers.set('guest', new Client(site))
  for (const persona of PERSONAS) readers.set(persona, await Client.of(site, persona))
  await collectIds()
})

afterAll(async () => {
  await site?.stop()
})

/** Real ids for every parameter, as links on the pages name them. */
async function collectIds(): Promise<void> {
  const [guest, resident, admin] = [reader('guest'), reader('resident'), reader('admin')]
  const id = '([0-9a-z]{26})'
  const topicId = await firstOn(
    guest,
    '/topics?sort=hot',
    /href="\/topics\/([0-9a-z]{26})"[^>]*>[^<]*口袋公园/,
  )
  const linked = (who: Client, page: string, to: string) =>
    firstOn(who, page, new RegExp(`href="${to}/${id}`))
  IDS['topicId'] = topicId
  IDS['commentId'] = await firstOn(guest, `/topics/${topicId}`, new RegExp(`id="c-${id}"`))
  const answered = await firstOn(guest, '/', new RegExp(`href="/topics/${id}#r-`))
  IDS['responseId'] = await linked(guest, `/topics/${answered}`, '/responses')
  IDS['studioId'] = await linked(guest, '/studios', '/studios')
  IDS['assignmentId'] = await linked(reader('draftingOfficial'), '/desk', '/desk')
  IDS['reopeningId'] = await linked(
    reader('assigningOfficial'),
    '/desk?view=reopenings',
    '/desk/reopenings',
  )
  IDS['answeredId'] = await linked(
    reader('draftingOfficial'),
    `/desk/${await linked(reader('draftingOfficial'), '/desk?view=followUp', '/desk')}`,
    '/desk/responses',
  )
  IDS['draftedId'] = await firstDraft(reader('draftingOfficial'))
  IDS['attachmentId'] = await firstOn(
    guest,
    `/topics/${topicId}`,
    new RegExp(`/attachments/${id}/thumbnail`),
  )
  IDS['commitmentId'] = await linked(
    reader('draftingOfficial'),
    '/desk/commitments',
    '/desk/commitments',
  )
  IDS['studioTopicId'] = await linked(reader('convener'), '/studio', '/studio/topics')
  IDS['sanctionId'] = await linked(
    reader('seniorModerator'),
    '/moderation/sanctions',
    '/moderation/sanctions',
  )
  IDS['personId'] = await linked(admin, '/admin/people', '/admin/people')
  IDS['departmentId'] = await linked(admin, '/admin/departments', '/admin/departments')
  const comment = await resident.post(`/topics/${topicId}/comments`, { text: '多种些树。' })
  IDS['ownId'] = lastPart(comment.location)
  IDS['noticeId'] = await firstOn(resident, '/me/notices', new RegExp(`href="/me/notices/${id}"`))
  const phone = '13912345678'
  const signUp = {
    displayName: '新来的邻居',
    phone,
    password: 'Lamp-on-the-river-7',
    consent: 'on',
  }
  IDS['signUpId'] = lastPart((await guest.post('/sign-up', signUp)).location)
  IDS['recoverId'] = lastPart((await guest.post('/recover', { phone })).location)
}

/** The first answer on somebody's desk that they are drafting. */
async function firstDraft(official: Client): Promise<string> {
  const { text } = await official.get('/desk')
  for (const [, assignmentId] of text.matchAll(/href="\/desk\/([0-9a-z]{26})"/g)) {
    const page = await official.get(`/desk/${assignmentId}`)
    const drafted = /href="\/desk\/responses\/([0-9a-z]{26})\/files"/.exec(page.text)?.[1]
    if (drafted) return drafted
  }
  throw new Error('nothing on the desk is drafted')
}

function lastPart(location: string | null): string {
  const part = location?.split('/').at(-1)
  if (!part) throw new Error('a form was not taken')
  return part
}

function expectedOf(expected: Expected): Record<string, number> {
  return Object.fromEntries(
    READERS.map((who) => [
      who,
      who === 'guest' ? expected.guest : (expected.named?.[who] ?? expected.others),
    ]),
  )
}

async function answersTo(ask: (who: Client) => Promise<Answer>): Promise<Map<Reader, Answer>> {
  const answers = new Map<Reader, Answer>()
  for (const who of READERS) answers.set(who, await ask(reader(who)))
  return answers
}

function statuses(answers: Map<Reader, Answer>): Record<string, number> {
  return Object.fromEntries([...answers].map(([who, { status }]) => [who, status]))
}

it('the table has every route, and nothing else', async () => {
  const listed = routePatterns(await routes).map(shape)
  expect(Object.keys(TABLE).map(shape).sort()).toEqual(listed.sort())
})

describe.each(Object.entries(TABLE))('%s', (pattern, [read, form]) => {
  test('is read by whom it is for', async () => {
    const answers = await answersTo((who) => who.get(addressOf(pattern)))
    expect(statuses(answers)).toEqual(expectedOf(read))
    const sentOn = answers.get('guest')?.location ?? ''
    if (read.named || read.others !== read.guest) {
      if (read.guest === 302) expect(sentOn).toMatch(/^\/sign-in\?next=%2F/)
    }
  })

  test('takes an empty form from nobody, and says why', async () => {
    const answers = await answersTo((who) => who.post(addressOf(pattern)))
    expect(statuses(answers)).toEqual(expectedOf(form))
    if (form.guest === 401 && !form.script) {
      expect(answers.get('guest')?.text).toMatch(/<form[^>]*action="\/sign-in/)
    }
  })
})
