import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { addCarriedRate } from '~/commands/add-carried-rate.server'
import { removeCarriedRate } from '~/commands/remove-carried-rate.server'
import { carryRates } from '~/commands/carry-rates.server'
import { beginCorrection } from '~/commands/correct-response.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { decideReturn } from '~/commands/decide-return.server'
import { editTopic } from '~/commands/edit-topic.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { mergeTopic } from '~/commands/merge-topic.server'
import { askCommitmentMove, decideCommitmentMove } from '~/commands/move-commitment.server'
import { keepCommitment, withdrawCommitment } from '~/commands/note-commitment.server'
import { rateResponse } from '~/commands/rate-response.server'
import { reassignPart } from '~/commands/reassign-part.server'
import { remindDepartment } from '~/commands/remind-department.server'
import { requestExtension } from '~/commands/request-extension.server'
import { requestReturn } from '~/commands/request-return.server'
import { savePromise } from '~/commands/save-promise.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { isAppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import type { Prisma } from '~/generated/prisma/client'
import { GRADES } from '~/domain/response/rating'
import type { Measure } from '~/domain/response/rate-facts'
import { DECLARED_RESULTS } from '~/domain/response/response'
import { addDays } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { handleRecountRates } from '~/jobs/recount-rates.handler.server'
import { carriedRateSchema } from '~/forms/carried-rate'
import { parseForm } from '~/forms/form'
import { listCarriedRates } from '~/queries/list-carried-rates.server'
import { recountRates } from '~/queries/recount-rates.server'
import { makeAssigner, makeOffice, type Office } from '#tests/factories/desk'
import {
  makeActor,
  makeCategory,
  makeComment,
  makeDistrict,
  makeTopic,
} from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000

beforeAll(() => importCalendarIfEmpty(site.container))
beforeEach(() => {
  site.now = TEST_NOW
})

function dice(seed: number) {
  let state = seed
  const below = (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * n)
  }
  return {
    below,
    of: <T>(list: readonly T[]): T => {
      const one = list[below(list.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
  }
}

type Dice = ReturnType<typeof dice>

interface World {
  offices: Office[]
  assigner: Actor
  convener: Actor
  residents: Actor[]
  places: Array<{ categoryId: string; districtId: string | null }>
}

async function makeWorld(): Promise<World> {
  const offices = [await makeOffice(site), await makeOffice(site), await makeOffice(site)]
  const [first, second] = [await makeCategory(db()), await makeCategory(db())]
  const district = await makeDistrict(db())
  const residents = [await makeActor(db()), await makeActor(db()), await makeActor(db())]
  return {
    offices,
    assigner: await makeAssigner(site),
    convener: await makeActor(db(), [{ role: 'admin' }]),
    residents,
    places: [
      { categoryId: first.id, districtId: district.id },
      { categoryId: second.id, districtId: district.id },
      { categoryId: second.id, districtId: null },
    ],
  }
}

/** A topic in which all residents have spoken. */
async function openTopic({ residents, places }: World, chance: Dice) {
  const topic = await makeTopic(db(), { stage: 'handling', ...chance.of(places) })
  for (const { personId } of residents) {
    await makeComment(db(), { topicId: topic.id, authorId: personId })
  }
  return topic.id
}

const officeOf = (world: World, departmentId: string) => {
  const office = world.offices.find(({ department }) => department.id === departmentId)
  if (!office) throw new Error('no such office')
  return office
}

const ACTS: Record<string, (world: World, chance: Dice, topicId: string) => Promise<unknown>> = {
  assign: async (world, chance, topicId) => {
    const [one, other] = [chance.below(3), 1 + chance.below(2)]
    const ids = world.offices.map(({ department }) => department.id)
    const shape = chance.of(['single', 'joint', 'parallel'])
    const asked = [ids[one] ?? '', ids[(one + other) % 3] ?? '']
    await assignTopic(site.scope(world.assigner), {
      topicId,
      departments: asked.slice(0, shape === 'single' ? 1 : 2).map((departmentId, index) => ({
        departmentId,
        part: shape === 'parallel' ? 'parallel' : index === 0 ? 'lead' : 'joint',
      })),
      workingDays: 1 + chance.below(8),
    })
  },
  acknowledge: onPart(
    (world, seen) =>
      acknowledgeAssignment(site.scope(officeOf(world, seen.departmentId).drafter), seen),
    { state: 'assigned' },
  ),
  remind: onPart((world, seen) => remindDepartment(site.scope(world.assigner), seen)),
  returnAsked: onPart((world, seen) =>
    requestReturn(site.scope(officeOf(world, seen.departmentId).drafter), {
      ...seen,
      reason: '不属本部门职责。',
    }),
  ),
  returnDecided: onPart((world, seen, chance) =>
    decideReturn(site.scope(world.assigner), {
      ...seen,
      ...(chance.below(3) === 0
        ? { outcome: 'refuse' as const, reason: '属于。' }
        : { outcome: 'grant' as const, successorId: successor(world, chance) }),
    }),
  ),
  reassign: onPart((world, seen, chance) =>
    reassignPart(site.scope(world.assigner), {
      ...seen,
      successorId: chance.of(world.offices).department.id,
    }),
  ),
  extensionAsked: onPart(
    (world, seen, chance) =>
      requestExtension(site.scope(officeOf(world, seen.departmentId).drafter), {
        ...seen,
        workingDays: 1 + chance.below(9),
        reason: '需要现场勘查。',
      }),
    { state: 'handling', part: { not: 'joint' } },
  ),
  extensionDecided: onPart(
    (world, seen) => decideExtension(site.scope(world.assigner), { ...seen, outcome: 'grant' }),
    { requests: { some: { kind: 'extension', outcome: null } } },
  ),
  answer: onPart(
    async (world, seen, chance) => {
      const { drafter, signer } = officeOf(world, seen.departmentId)
      const draft = await saveResponseDraft(site.scope(drafter), {
        ...seen,
        version: 0,
        text: '经研究，现答复如下。',
        declaredResult: chance.of(DECLARED_RESULTS),
        answer: [],
        leave: [],
      })
      const { responseId } = draft
      await savePromise(site.scope(drafter), {
        responseId,
        promiseId: null,
        words: '经研究，现答复如下。',
        responsible: '办公室',
        dueOn: addDays(shanghaiDate(site.now), 1 + chance.below(20)),
      })
      const { version } = await submitResponse(site.scope(drafter), {
        ...draft,
        despiteUnfinished: true,
      })
      await signOffResponse(site.scope(signer), { responseId, version, outcome: 'approve' })
    },
    { state: 'handling', part: { not: 'joint' } },
  ),
  promiseKept: onPromise((world, seen) =>
    keepCommitment(site.scope(officeOf(world, seen.departmentId).signer), {
      ...seen,
      text: '已办好。',
    }),
  ),
  promiseWithdrawn: onPromise((world, seen) =>
    withdrawCommitment(site.scope(officeOf(world, seen.departmentId).signer), {
      ...seen,
      text: '条件有变，另行答复。',
    }),
  ),
  promiseMoved: onPromise(async (world, seen, chance) => {
    await askCommitmentMove(site.scope(officeOf(world, seen.departmentId).drafter), {
      ...seen,
      toOn: addDays(shanghaiDate(site.now), 20 + chance.below(40)),
      reason: '材料晚到。',
    })
    await decideCommitmentMove(site.scope(world.assigner), {
      commitmentId: seen.commitmentId,
      version: seen.version + 1,
      outcome: 'grant',
      words: '',
    })
  }),
  correct: async (world, chance, topicId) => {
    const response = chance.of(await db().response.findMany({ where: { topicId } }))
    const { drafter, signer } = officeOf(world, response.departmentId)
    const { id: responseId, assignmentId, departmentId } = response
    await beginCorrection(site.scope(drafter), { responseId, version: response.version })
    const draft = await saveResponseDraft(site.scope(drafter), {
      assignmentId,
      departmentId,
      version: response.version + 1,
      text: `更正：现答复如下 ${chance.below(1000)}。`,
      declaredResult: chance.of(DECLARED_RESULTS),
      changeNote: '更正办理结果。',
      answer: [],
      leave: [],
    })
    const { version } = await submitResponse(site.scope(drafter), {
      ...draft,
      despiteUnfinished: true,
    })
    await signOffResponse(site.scope(signer), { responseId, version, outcome: 'approve' })
  },
  rate: async (world, chance, topicId) => {
    const response = chance.of(await db().response.findMany({ where: { topicId } }))
    const rater = chance.of(world.residents)
    const own = { responseId: response.id, personId: rater.personId }
    const before = await db().rating.findUnique({ where: { responseId_personId: own } })
    const grades = {
      resolution: chance.of(GRADES),
      attitude: chance.of(GRADES),
      speed: chance.of(GRADES),
    }
    await rateResponse(site.scope(rater), {
      responseId: response.id,
      version: before?.version ?? 0,
      ...grades,
      reason: Object.values(grades).includes('dissatisfied') ? 'result' : null,
      text: '',
    })
  },
  edit: async (world, chance, topicId) => {
    const { title, question, background, tags, closesAt, mode, version } =
      await db().topic.findUniqueOrThrow({ where: { id: topicId } })
    await editTopic(site.scope(world.convener), {
      topicId,
      version,
      title,
      question,
      background,
      tags,
      closesAt,
      mode,
      ...chance.of(world.places),
    })
  },
  merge: async (world, chance, topicId) => {
    if (chance.below(4) > 0) return
    const topics = await db().topic.findMany({ where: { mergedIntoId: null } })
    const { version } = topics.find(({ id }) => id === topicId) ?? { version: 0 }
    await mergeTopic(site.scope(world.convener), {
      topicId,
      version,
      intoCode: chance.of(topics).code,
      reason: '同一件事。',
    })
  },
  wait: async (_world, chance) => site.advance((1 + chance.below(12)) * DAY_MS),
}

function successor(world: World, chance: Dice): string | null {
  return chance.below(3) === 0 ? null : chance.of(world.offices).department.id
}

/** An act on one of the topic's parts that owe an answer. */
function onPart(
  act: (
    world: World,
    seen: { assignmentId: string; departmentId: string; version: number },
    chance: Dice,
  ) => Promise<unknown>,
  which: Prisma.AssignmentDepartmentWhereInput = {},
) {
  return async (world: World, chance: Dice, topicId: string) => {
    const parts = await db().assignmentDepartment.findMany({
      where: { assignment: { topicId }, closedAt: null, ...which },
    })
    const { assignmentId, departmentId, version } = chance.of(parts)
    await act(world, { assignmentId, departmentId, version }, chance)
  }
}

/** An act on one of the topic's promises that are to be kept. */
function onPromise(
  act: (
    world: World,
    seen: { commitmentId: string; departmentId: string; version: number },
    chance: Dice,
  ) => Promise<unknown>,
) {
  return async (world: World, chance: Dice, topicId: string) => {
    const promises = await db().commitment.findMany({ where: { topicId, state: 'open' } })
    const { id: commitmentId, departmentId, version } = chance.of(promises)
    await act(world, { commitmentId, departmentId, version }, chance)
  }
}

const COUNTED = [
  'inTime',
  'late',
  'open',
  'withdrawn',
  'merged',
  'joint',
  'commitment.open',
  'commitment.kept',
  'commitment.keptLate',
  'commitment.withdrawn',
] as const satisfies readonly Measure[]

/** The acts that were not possible so far, and the measures of which nothing was counted. */
async function missing(done: ReadonlySet<string>): Promise<string[]> {
  const kept = await db().rateTally.findMany({ where: { count: { not: 0 }, districtId: '' } })
  const measures = new Set(kept.map(({ measure }) => measure))
  return [
    ...Object.keys(ACTS).filter((name) => !done.has(name)),
    ...COUNTED.filter((measure) => !measures.has(measure)),
  ]
}

describe('the tallies of the rates', () => {
  it('are what a recount comes to, whatever was done in whatever order', async () => {
    const done = new Set<string>()
    // Which act meets which state also hangs on the random parts of ids: on until everything has happened.
    for (let round = 0; round < 3 || (round < 12 && (await missing(done)).length > 0); round += 1) {
      const chance = dice(11 + 12 * round)
      const world = await makeWorld()
      const topics = [await openTopic(world, chance), await openTopic(world, chance)]
      for (const topicId of topics) await ACTS['assign']?.(world, chance, topicId)
      for (let n = 0; n < 150; n += 1) {
        const name = chance.of([...Object.keys(ACTS), 'acknowledge', 'answer', 'answer', 'rate'])
        try {
          await ACTS[name]?.(world, chance, chance.of(topics))
          done.add(name)
        } catch (error) {
          // Most acts are not possible most of the time.
          if (!isAppError(error) && !String(error).includes('nothing to choose')) throw error
        }
        if (n % 30 === 0) expect(await recountRates(db())).toEqual({ drift: 0, wrong: [] })
      }
      expect(await recountRates(db())).toEqual({ drift: 0, wrong: [] })
    }
    expect(await missing(done)).toEqual([])
  }, 120_000)

  it('take in sums of another system, for months gone by alone', async () => {
    const world = await makeWorld()
    const departmentId = world.offices[0]?.department.id ?? ''
    const place = world.places[0] ?? { categoryId: '', districtId: null }
    const carry = (measure: Measure, month: string) =>
      carryRates(
        site.scope(world.convener),
        [{ departmentId, ...place, facts: [{ measure, month, value: 0, count: 7 }] }],
        '原系统',
      )
    await carry('inTime', '2026-10')
    const kept = await db().rateTally.findMany({ where: { departmentId, measure: 'inTime' } })
    // For every choice of district and category.
    expect(kept.map(({ count }) => count)).toEqual([7, 7, 7, 7])
    expect((await recountRates(db())).drift).toBe(0)
    await expect(carry('inTime', '2026-11')).rejects.toMatchObject({ code: 'invalidInput' })
    await expect(carry('open', '2026-10')).rejects.toMatchObject({ code: 'invalidInput' })
    const [resident] = world.residents
    await expect(carryRates(site.scope(resident), [], '')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('are entered by an administrator one by one, and taken out again, on the audit trail', async () => {
    const world = await makeWorld()
    const departmentId = world.offices[1]?.department.id ?? ''
    const { categoryId, districtId } = world.places[0] ?? { categoryId: '', districtId: null }
    const scope = site.scope(world.convener)
    const form = { departmentId, categoryId, districtId: districtId ?? '', month: '2025-07' }
    const entered = parseForm(carriedRateSchema, {
      ...form,
      ...{ measure: 'days', days: '9', count: '12', reason: '热线月报' },
    })
    if (!entered.ok) throw new Error(JSON.stringify(entered.state.errors))
    const whole = { departmentId: '', categoryId: '', districtId: '' }
    const counted = async () =>
      (await db().rateTally.findFirst({ where: { ...whole, month: '2025-07', value: 9 } }))?.count
    expect(await addCarriedRate(scope, entered.data)).toEqual({ ok: true })
    expect(await counted()).toBe(12)
    const [entry] = (await listCarriedRates(scope, null)).entries
    expect(entry).toMatchObject({ month: '2025-07', days: 9, count: 12, reason: '热线月报' })

    const present = { ...entered.data, month: '2026-11' }
    expect(await addCarriedRate(scope, present)).toMatchObject({ field: 'month' })
    const gone = { ...entered.data, categoryId: 'gone' }
    expect(await addCarriedRate(scope, gone)).toMatchObject({ field: 'categoryId' })
    const wrong = parseForm(carriedRateSchema, { ...form, month: '2025-13', measure: 'open' })
    expect(Object.keys(wrong.ok ? {} : wrong.state.errors).sort()).toEqual([
      ...['count', 'measure', 'month', 'reason'],
    ])
    const days = parseForm(carriedRateSchema, {
      ...form,
      ...{ measure: 'days', days: '', count: '1', reason: '月报' },
    })
    expect(days.ok ? {} : days.state.errors).toHaveProperty('days')

    const [resident] = world.residents
    const id = entry?.id ?? ''
    await expect(removeCarriedRate(site.scope(resident), id)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await Promise.all([removeCarriedRate(scope, id), removeCarriedRate(scope, id)])
    expect(await counted()).toBe(0)
    expect((await recountRates(db())).drift).toBe(0)
    const events = await db().auditEvent.findMany({
      where: { action: { in: ['rates.carried', 'rates.carriedRemoved'] } },
      orderBy: { at: 'asc' },
    })
    expect(events.filter(({ action }) => action === 'rates.carriedRemoved')).toMatchObject([
      { detail: { before: { month: '2025-07', measure: 'days', value: 9, count: 12 } } },
    ])
  })

  it('are compared every night, and a wrong one is told, not put right', async () => {
    expect(await handleRecountRates(site.container)).toBe(0)
    const key = { measure: 'inTime', month: '2026-10', value: 0 }
    const whole = { districtId: '', categoryId: '', departmentId: '' }
    const where = {
      districtId_categoryId_measure_departmentId_month_value: { ...whole, ...key },
    }
    await db().rateTally.update({ where, data: { count: { increment: 3 } } })
    site.advance(60_000)
    expect(await handleRecountRates(site.container)).toBe(1)
    const [told] = await db().rateRecount.findMany({ orderBy: { at: 'desc' }, take: 1 })
    expect(told?.detail).toMatchObject([{ ...whole, ...key }])
    const { wrong } = await recountRates(db())
    expect((wrong[0]?.kept ?? 0) - (wrong[0]?.counted ?? 0)).toBe(3)
    await db().rateTally.update({ where, data: { count: { decrement: 3 } } })
    expect((await recountRates(db())).drift).toBe(0)
  })
})
