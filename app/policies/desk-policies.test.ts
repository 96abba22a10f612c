import { describe, expect, it } from 'vitest'
import type { Actor, ActorGrant } from '~/domain/person/actor'
import {
  assignableDepartments,
  canAcknowledge,
  canAssign,
  canSeeAssignment,
  deskDepartments,
} from './assignment'
import { canDraft, canSignOff, signOffObstacle } from './response'
import { canPublishSummary, canWriteSummary } from './summary'
import { canEditTopic, canOpenTopic, canPauseTopic, canWorkOnTopic, deskStudios } from './topic'

function actor(grants: Array<Partial<ActorGrant> & Pick<ActorGrant, 'role'>>): Actor {
  return {
    personId: 'me',
    sessionId: 's',
    displayName: '我',
    confirmed: true,
    sanction: null,
    suspended: false,
    secondFactor: true,
    hasSecondFactor: true,
    districtId: null,
    grants: grants.map((grant) => ({
      duty: null,
      departmentId: null,
      studioId: null,
      title: null,
      ...grant,
    })),
  }
}

const drafter = actor([{ role: 'official', duty: 'draft', departmentId: 'd1' }])
const signer = actor([{ role: 'official', duty: 'sign', departmentId: 'd1' }])
const assigner = actor([{ role: 'official', duty: 'assign' }])
const bound = actor([{ role: 'official', duty: 'assign', departmentId: 'd1' }])
const convener = actor([{ role: 'convener', studioId: 's1' }])
const liaison = actor([{ role: 'liaison', studioId: 's1' }])
const admin = actor([{ role: 'admin' }])
const resident = actor([{ role: 'resident' }])

/** What the viewers may, in the order of the list. */
const may = (viewers: Array<Actor | null>, allowed: (viewer: Actor | null) => boolean) =>
  viewers.map(allowed)

describe('assigning', () => {
  it('reaches all departments, or the one that the duty is bound to', () => {
    expect(assignableDepartments(assigner)).toBe('all')
    expect(assignableDepartments(bound)).toEqual(['d1'])
    expect(assignableDepartments(drafter)).toBeNull()
    expect(
      may([assigner, bound, signer, admin, null], (viewer) => canAssign(viewer, ['d2'])),
    ).toEqual([true, false, false, false, false])
    expect(canAssign(bound, ['d1'])).toBe(true)
    expect(canAssign(bound, ['d1', 'd2'])).toBe(false)
  })

  it('is seen by those asked and who assigns to them', () => {
    const asked = { departmentIds: ['d1', 'd9'] }
    expect(
      may([drafter, signer, assigner, bound, convener, admin, resident, null], (viewer) =>
        canSeeAssignment(viewer, asked),
      ),
    ).toEqual([true, true, true, true, false, false, false, false])
    expect(canSeeAssignment(drafter, { departmentIds: ['d9'] })).toBe(false)
    expect(deskDepartments(bound)).toEqual([])
  })

  it('is acknowledged once, by the department', () => {
    const asked = { departmentId: 'd1', acknowledgedAt: null }
    expect(
      may([drafter, signer, assigner, bound, null], (viewer) => canAcknowledge(viewer, asked)),
    ).toEqual([true, true, false, false, false])
    expect(canAcknowledge(drafter, { ...asked, acknowledgedAt: new Date() })).toBe(false)
  })
})

describe('a response', () => {
  const waiting = { departmentId: 'd1', status: 'awaitingSignOff', drafterIds: ['x'] } as const

  it('is drafted until it is with the signer', () => {
    expect(canDraft(drafter, { departmentId: 'd1', status: null })).toBe(true)
    expect(canDraft(drafter, { departmentId: 'd1', status: 'drafting' })).toBe(true)
    expect(canDraft(drafter, waiting)).toBe(false)
    expect(canDraft(signer, { departmentId: 'd1', status: null })).toBe(false)
    expect(canDraft(drafter, { departmentId: 'd2', status: null })).toBe(false)
  })

  it('is signed off by a signer who did not write any of it', () => {
    expect(canSignOff(signer, waiting)).toBe(true)
    expect(canSignOff(signer, { ...waiting, status: 'drafting' })).toBe(false)
    expect(signOffObstacle(signer, { ...waiting, drafterIds: ['x', 'me'] })).toBe('drafted')
    expect(signOffObstacle(drafter, waiting)).toBe('notSigner')
    expect(signOffObstacle(signer, { ...waiting, departmentId: 'd2' })).toBe('notSigner')
    const both = actor([...drafter.grants, ...signer.grants])
    expect(canSignOff(both, waiting)).toBe(true)
    expect(canSignOff(both, { ...waiting, drafterIds: ['me'] })).toBe(false)
  })
})

describe('a topic', () => {
  const topic = { studioId: 's1', stage: 'deliberating' } as const

  it('is opened by its convener or an administrator, run by its studio', () => {
    const viewers = [convener, liaison, admin, drafter, null]
    expect(may(viewers, (viewer) => canOpenTopic(viewer, 's1'))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
    expect(may(viewers, (viewer) => canWorkOnTopic(viewer, topic))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(may(viewers, (viewer) => canPauseTopic(viewer, topic))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
    expect(canWorkOnTopic(convener, { studioId: 's2' })).toBe(false)
    expect(canEditTopic(convener, { ...topic, stage: 'closed' })).toBe(false)
    expect(deskStudios(admin)).toBe('all')
    expect(deskStudios(liaison)).toEqual(['s1'])
  })

  it('has its summary written by the studio and published by the convener, after the talk', () => {
    const viewers = [convener, liaison, admin, null]
    const concluding = { ...topic, stage: 'concluding' } as const
    expect(may(viewers, (viewer) => canWriteSummary(viewer, topic))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(may(viewers, (viewer) => canPublishSummary(viewer, concluding))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(canPublishSummary(convener, topic)).toBe(false)
    expect(canWriteSummary(convener, { ...topic, stage: 'closed' })).toBe(false)
    expect(canWriteSummary(convener, { ...topic, stage: 'collecting' })).toBe(false)
  })
})

it('whoever is suspended may nothing of this', () => {
  const asked = { departmentId: 'd1', status: null, drafterIds: [], acknowledgedAt: null }
  for (const each of [drafter, signer, assigner, bound, convener, liaison, admin]) {
    const viewer = { ...each, suspended: true }
    expect([
      canAssign(viewer, ['d1']),
      canAcknowledge(viewer, asked),
      canDraft(viewer, asked),
      canSignOff(viewer, { ...asked, status: 'awaitingSignOff' }),
      canOpenTopic(viewer, 's1'),
      canWorkOnTopic(viewer, { studioId: 's1' }),
      canWriteSummary(viewer, { studioId: 's1', stage: 'concluding' }),
    ]).toEqual(Array(7).fill(false))
  }
})
