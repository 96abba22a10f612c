import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Viewer } from '~/domain/person/actor'
import * as audit from '~/routes/admin/audit'
import * as calendar from '~/routes/admin/calendar'
import * as categories from '~/routes/admin/categories'
import * as department from '~/routes/admin/department'
import * as departments from '~/routes/admin/departments'
import * as districts from '~/routes/admin/districts'
import * as overview from '~/routes/admin/overview'
import * as people from '~/routes/admin/people'
import * as person from '~/routes/admin/person'
import * as personNew from '~/routes/admin/person-new'
import * as reasons from '~/routes/admin/reasons'
import * as studio from '~/routes/admin/studio'
import * as studioTypes from '~/routes/admin/studio-types'
import * as studios from '~/routes/admin/studios'
import { csrfToken } from '~/server/auth/csrf.server'
import { makeActor, makeCategory, makeDepartment, makePerson } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

interface Route {
  loader(args: ActionFunctionArgs): Promise<unknown>
  action?(args: ActionFunctionArgs): Promise<unknown>
}

/** An answer as it goes out: its status, and data or the place that it leads to. */
interface Answer {
  status: number
  data: Record<string, unknown>
  location: string
}

let admin: Actor
let auditor: Actor

beforeAll(async () => {
  admin = await makeActor(db(), [{ role: 'admin' }], { displayName: '王芳' })
  auditor = await makeActor(db(), [{ role: 'auditor' }])
})

function argsOf(
  path: string,
  viewer: Viewer,
  id: string | undefined,
  fields?: Record<string, string>,
): ActionFunctionArgs {
  const url = new URL(path, 'http://localhost')
  const csrf = viewer ? csrfToken(site.container.keys.csrf, viewer.sessionId) : ''
  const body = fields && new URLSearchParams({ csrf, ...fields })
  return {
    request: new Request(url, { method: body ? 'POST' : 'GET', body }),
    params: { id },
    context: { request: { scope: site.scope(viewer), url, viewer, container: site.container } },
  } as unknown as ActionFunctionArgs
}

async function answerOf(answering: Promise<unknown> | undefined): Promise<Answer> {
  const answer = await answering?.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) {
    const text = await answer.text()
    return {
      status: answer.status,
      data: text ? (JSON.parse(text) as Record<string, unknown>) : {},
      location: answer.headers.get('location') ?? '',
    }
  }
  if (answer instanceof Error) throw answer
  const sent = answer as { data?: Record<string, unknown>; init?: { status?: number } | null }
  return { status: sent.init?.status ?? 200, data: sent.data ?? {}, location: '' }
}

const read = (route: Route, path: string, viewer: Viewer = admin, id?: string) =>
  answerOf(route.loader(argsOf(path, viewer, id)))

const send = (
  route: Route,
  path: string,
  fields: Record<string, string>,
  viewer: Viewer = admin,
  id?: string,
) => answerOf(route.action?.(argsOf(path, viewer, id, fields)))

const PAGES: Array<{ path: string; route: Route; id?: string; seniors?: true }> = [
  { path: '/admin', route: overview },
  { path: '/admin/people', route: people },
  { path: '/admin/people/new', route: personNew },
  { path: '/admin/people/:id', route: person },
  { path: '/admin/departments', route: departments },
  { path: '/admin/departments/new', route: department, id: 'new' },
  { path: '/admin/studios', route: studios },
  { path: '/admin/studios/new', route: studio, id: 'new' },
  { path: '/admin/studio-types', route: studioTypes },
  { path: '/admin/categories', route: categories },
  { path: '/admin/districts', route: districts },
  // The texts of refusals are kept by the seniors of review, too.
  { path: '/admin/reasons', route: reasons, seniors: true },
  { path: '/admin/calendar', route: calendar },
]

describe('the pages of the administration', () => {
  it.each(PAGES)(
    '$path is open to those who keep it alone',
    async ({ path, route, id, seniors }) => {
      const of = path.endsWith(':id') ? auditor.personId : id
      expect((await read(route, path, admin, of)).status).toBe(200)
      const guest = await read(route, path, null, of)
      expect(guest).toMatchObject({ status: 302 })
      expect(guest.location).toContain('/sign-in')
      const senior = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
      expect((await read(route, path, senior, of)).status).toBe(seniors ? 200 : 403)
      for (const viewer of [auditor, await makeActor(db())]) {
        expect((await read(route, path, viewer, of)).status).toBe(403)
      }
      const passwordOnly = { ...admin, secondFactor: false }
      expect((await read(route, path, passwordOnly, of)).location).toContain('/second-factor')
    },
  )

  it('/audit is open to auditors, and to nobody else', async () => {
    expect((await read(audit, '/audit', auditor)).status).toBe(200)
    expect((await read(audit, '/audit', admin)).status).toBe(403)
    expect((await read(audit, '/audit', null)).status).toBe(302)
    expect('action' in audit).toBe(false)
  })
})

describe('an auditor', () => {
  it('changes nothing, whatever is sent', async () => {
    const target = await makePerson(db())
    const before = await db().auditEvent.count()
    const attempts: Array<[Route, string, Record<string, string>, string?]> = [
      [
        personNew,
        '/admin/people/new',
        { displayName: '甲乙', phone: '13800138001', office: 'admin' },
      ],
      [person, '/admin/people/x', { intent: 'grant', office: 'admin' }, target.id],
      [person, '/admin/people/x', { intent: 'grant', office: 'admin' }, auditor.personId],
      [department, '/admin/departments/new', { name: '某局', shortName: '某局' }, 'new'],
      [studioTypes, '/admin/studio-types?edit=new', { name: '新型', position: '1' }],
      [categories, '/admin/categories?edit=new', { name: '新类', position: '1' }],
      [districts, '/admin/districts?edit=new', { name: '新区', position: '1' }],
      [reasons, '/admin/reasons?edit=New', { key: 'new', label: '新', text: '新', position: '1' }],
      [calendar, '/admin/calendar', { intent: 'import' }],
    ]
    for (const [route, path, fields, id] of attempts) {
      expect((await send(route, path, fields, auditor, id)).status).toBe(403)
    }
    expect(await db().auditEvent.count()).toBe(before)
    expect(await db().grant.count({ where: { personId: target.id } })).toBe(0)
  })
})

describe('an administrator', () => {
  it('gives themselves nothing', async () => {
    const fields = { intent: 'grant', office: 'moderator:senior' }
    const answer = await send(person, '/admin/people/x', fields, admin, admin.personId)
    expect(answer).toMatchObject({ status: 403, data: { code: 'forbidden' } })
  })

  it('invites somebody, and is shown the link in this one answer', async () => {
    const fields = { displayName: '陈静', phone: '13800138002', office: 'moderator:review' }
    const answer = await send(personNew, '/admin/people/new', fields)
    expect(answer.status).toBe(201)
    expect(answer.data['invited']).toMatchObject({
      displayName: '陈静',
      link: expect.stringMatching(/^http:\/\/localhost\/welcome\/[\w-]+$/),
    })
  })

  it('grants and takes back, and is led on each time', async () => {
    const { id } = await makePerson(db())
    const path = `/admin/people/${id}`
    const granted = await send(
      person,
      path,
      { intent: 'grant', office: 'moderator:review' },
      admin,
      id,
    )
    expect(granted).toMatchObject({ status: 303, location: `${path}?done=granted` })
    const grant = await db().grant.findFirstOrThrow({ where: { personId: id } })

    const unreasoned = await send(person, path, { intent: 'revoke', grantId: grant.id }, admin, id)
    expect(unreasoned).toMatchObject({
      status: 422,
      data: {
        intent: 'revoke',
        returned: {
          form: { errors: { revokeReason: [{ key: 'admin.reasonField.missing' }] } },
        },
      },
    })
    const revoke = { intent: 'revoke', grantId: grant.id, revokeReason: '调岗' }
    expect((await send(person, path, revoke, admin, id)).location).toBe(`${path}?done=revoked`)
  })
})

describe('a form that cannot be taken as it is', () => {
  it('comes back with every error and with what was typed', async () => {
    const typed = { displayName: '李', phone: '12345', office: 'convener', title: '界别' }
    const answer = await send(personNew, '/admin/people/new', typed)
    expect(answer.status).toBe(422)
    expect(answer.data['returned']).toMatchObject({
      form: {
        values: typed,
        errors: {
          displayName: [{ key: 'displayName.tooShort' }],
          phone: [{ key: 'admin.invite.phone.wrong' }],
          studioId: [{ key: 'admin.grant.studio.missing' }],
        },
      },
    })
  })

  it('comes back when it has no fields, or holds what cannot be stored', async () => {
    const forms: Array<[Route, string, string?]> = [
      [personNew, '/admin/people/new'],
      [department, '/admin/departments/new', 'new'],
      [studio, '/admin/studios/new', 'new'],
      [studioTypes, '/admin/studio-types?edit=new'],
      [categories, '/admin/categories?edit=new'],
      [districts, '/admin/districts?edit=new'],
      [reasons, '/admin/reasons?edit=New'],
    ]
    for (const [route, path, id] of forms) {
      expect((await send(route, path, {}, admin, id)).status).toBe(422)
      const bad = { name: 'a\0b', label: '\ud800', text: '\0', displayName: '\0\0', shortName: 'x' }
      expect((await send(route, path, bad, admin, id)).status).toBe(422)
    }
  })

  it('says who was faster, and keeps what was typed', async () => {
    const { id } = await makeDepartment(db(), { name: '区城管局' })
    const path = `/admin/departments/${id}`
    const fields = { name: '区城管局', shortName: '城管', active: 'on', version: '1' }
    expect((await send(department, path, fields, admin, id)).location).toBe(`${path}?done=saved`)
    const slower = await makeActor(db(), [{ role: 'admin' }])
    const typed = { ...fields, shortName: '城管局' }
    expect(await send(department, path, typed, slower, id)).toMatchObject({
      status: 409,
      data: {
        returned: {
          conflict: { who: '王芳', what: 'shortName', at: TEST_NOW.toISOString(), mine: 0 },
          form: { values: { shortName: '城管局' } },
        },
      },
    })
    // A form without its version was not made by this page: it decides on nothing that was seen.
    const versionless = { ...typed, version: '' }
    expect((await send(department, path, versionless, slower, id)).status).toBe(409)
  })

  it('is refused in words where its address or its purpose is none', async () => {
    const { id } = await makeCategory(db())
    const fields = { name: '某类', position: '1', version: '1' }
    expect((await send(categories, '/admin/categories?edit=nothing', fields)).status).toBe(404)
    expect((await send(categories, `/admin/categories?edit=${id}%00`, fields)).status).toBe(404)
    expect((await send(person, '/admin/people/x', {}, admin, admin.personId)).status).toBe(400)
    expect((await send(calendar, '/admin/calendar', {})).status).toBe(400)
    expect((await send(calendar, '/admin/calendar?day=2026-02-30', { intent: 'day' })).status).toBe(
      404,
    )
  })
})

describe('an address that was changed by hand', () => {
  it.each<[Route, string, number, string?]>([
    [person, '/admin/people/x', 404, 'x\0'],
    [person, '/admin/people/nobody', 404, 'nobody'],
    [department, '/admin/departments/x', 404, '../x'],
    [studio, '/admin/studios/x', 404, 'x'.repeat(500)],
    [people, '/admin/people?after=x%00', 400],
    [people, '/admin/people?q=%00&group=none', 200],
    [departments, '/admin/departments?after=x', 400],
    [departments, '/admin/departments?q=%00%25', 200],
    [studios, '/admin/studios?after=x', 400],
    [categories, '/admin/categories?edit=%00&done=hacked', 200],
    [calendar, '/admin/calendar?year=20x6', 404],
    [calendar, '/admin/calendar?year=2026&day=%00', 200],
  ])('%# %s answers in words', async (route, path, status, id) => {
    expect((await read(route, path, admin, id)).status).toBe(status)
  })

  it.each([
    ['/audit?after=x', 400],
    ['/audit?from=2026-02-30', 422],
    ['/audit?from=2026-12-01&to=2026-11-01', 422],
    ['/audit?object=%00', 422],
    [`/audit?actor=${'x'.repeat(61)}`, 422],
    ['/audit?action=%25.*&object=%27', 200],
    ['/audit?from=0001-01-01&to=9999-12-31', 200],
  ])('%s answers in words', async (path, status) => {
    expect((await read(audit, path, auditor)).status).toBe(status)
  })
})
