import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { abandonCorrection, beginCorrection } from '~/commands/correct-response.server'
import { checkCommitment } from '~/commands/check-commitment.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { askCommitmentMove, decideCommitmentMove } from '~/commands/move-commitment.server'
import {
  addProgressNote,
  keepCommitment,
  withdrawCommitment,
} from '~/commands/note-commitment.server'
import { removePromise, savePromise } from '~/commands/save-promise.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { handleWatchCommitments } from '~/jobs/watch-commitments.handler.server'
import { publishScheduled } from '~/jobs/publish-scheduled.server'
import { getAttachmentFile } from '~/queries/get-attachment-file.server'
import { getCommitment, getDeskCommitment } from '~/queries/get-commitment.server'
import { getTopicTimeline, getWorkingTimeline } from '~/queries/get-topic-timeline.server'
import { countLedger, listCommitments } from '~/queries/list-commitments.server'
import { listDeskCommitments, listWaitingMoves } from '~/queries/list-desk-commitments.server'
import { listResponses } from '~/queries/list-responses.server'
import { searchSite } from '~/queries/search-site.server'
import { readMigrations } from '~/server/db/migrate.server'
import { makeAssignment, makeOffice } from '#tests/factories/desk'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { makePreparedFiles } from '#tests/factories/prepared-files'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000

beforeAll(() => importCalendarIfEmpty(site.container))
beforeEach(() => {
  site.now = TEST_NOW
})

const WORDS = '12月10日前更换破损的灯头6处。'
const TEXT = `您反映的情况属实。\n\n${WORDS}\n\n联系电话 010-12345678。`

/** A draft of an answer to what a resident said, with one sentence of it marked as a promise. */
async function makePromise(given: { dueOn?: string; text?: string } = {}) {
  const topic = await makeTopic(db(), { stage: 'handling' })
  const resident = await makeActor(db())
  const comment = await makeComment(db(), { topicId: topic.id, authorId: resident.personId })
  const office = await makeOffice(site)
  const departmentId = office.department.id
  const { assignmentId, assigner } = await makeAssignment(site, {
    topicId: topic.id,
    departments: [{ departmentId, part: 'lead' }],
  })
  const drafter = site.scope(office.drafter)
  await acknowledgeAssignment(drafter, { assignmentId, departmentId })
  const draft = {
    assignmentId,
    departmentId,
    text: given.text ?? TEXT,
    declaredResult: 'resolving' as const,
    answer: [comment.id],
    leave: [],
  }
  const saved = await saveResponseDraft(drafter, { ...draft, version: 0 })
  const { responseId } = saved
  const { promiseId } = await savePromise(drafter, {
    responseId,
    promiseId: null,
    words: WORDS,
    responsible: '市政设施科',
    dueOn: given.dueOn ?? '2026-12-10',
  })
  const submit = async () =>
    (await submitResponse(site.scope(office.drafter), { ...saved, despiteUnfinished: true }))
      .version
  return {
    topic,
    resident,
    office,
    departmentId,
    assigner,
    draft,
    saved,
    responseId,
    promiseId,
    submit,
  }
}

/** The same, published: the promise is in the ledger. */
async function makeCommitment(given: { dueOn?: string } = {}) {
  const made = await makePromise(given)
  const version = await made.submit()
  const signer = site.scope(made.office.signer)
  await signOffResponse(signer, { responseId: made.responseId, version, outcome: 'approve' })
  return { ...made, commitmentId: made.promiseId }
}

const kinds = async (topicId: string) =>
  (await getTopicTimeline(site.scope(), topicId)).map(({ kind }) => kind)

describe('a promise in a draft', () => {
  it('is a sentence of the draft, by somebody, by a day from today on', async () => {
    const { responseId, office, promiseId } = await makePromise()
    const save = (more: object) =>
      savePromise(site.scope(office.drafter), {
        responseId,
        promiseId: null,
        words: WORDS,
        responsible: '市政设施科',
        dueOn: '2026-12-10',
        ...more,
      })
    await expect(save({ words: '年底前全部换完。' })).rejects.toMatchObject({
      params: { field: 'words', problem: 'notInDraft' },
    })
    await expect(save({ dueOn: '2026-11-22' })).rejects.toMatchObject({
      params: { field: 'dueOn', problem: 'past' },
    })
    await expect(save({ responsible: ' ' })).rejects.toMatchObject({
      params: { field: 'responsible', problem: 'missing' },
    })
    await save({ promiseId, dueOn: '2026-11-23' })
    expect(await db().responsePromise.findMany({ where: { responseId } })).toMatchObject([
      { id: promiseId, dueOn: new Date('2026-11-23T00:00:00Z'), version: 2 },
    ])
  })

  it('is nothing that the public reads, and of nobody but the department’s drafters', async () => {
    const { topic, responseId, promiseId, office, resident } = await makePromise()
    await expect(getCommitment(site.scope(), promiseId)).rejects.toMatchObject({ code: 'notFound' })
    expect((await listResponses(site.scope(), topic.id)).responses).toEqual([])
    for (const who of [office.signer, resident]) {
      await expect(removePromise(site.scope(who), { responseId, promiseId })).rejects.toMatchObject(
        {
          code: 'forbidden',
        },
      )
    }
    await removePromise(site.scope(office.drafter), { responseId, promiseId })
    expect(await db().responsePromise.count({ where: { responseId } })).toBe(0)
  })

  it('is not submitted where the draft has its sentence no more', async () => {
    const { draft, saved, office, submit } = await makePromise()
    const { version } = await saveResponseDraft(site.scope(office.drafter), {
      ...draft,
      version: saved.version,
      text: '您反映的情况属实，正在研究。',
    })
    saved.version = version
    await expect(submit()).rejects.toMatchObject({
      params: { problem: 'promiseNotInDraft', words: WORDS },
    })
  })

  it('is neither changed nor taken out once the draft is with the signer', async () => {
    const { responseId, promiseId, office, submit } = await makePromise()
    await submit()
    await expect(
      removePromise(site.scope(office.drafter), { responseId, promiseId }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is not signed for a publication after its day', async () => {
    const { responseId, office, submit } = await makePromise({ dueOn: '2026-11-25' })
    const version = await submit()
    const sign = (publishAt?: Date) =>
      signOffResponse(site.scope(office.signer), {
        responseId,
        version,
        outcome: 'approve',
        publishAt,
      })
    await expect(sign(new Date('2026-11-26T01:00:00Z'))).rejects.toMatchObject({
      params: { problem: 'promisePast' },
    })
    await sign(new Date('2026-11-25T01:00:00Z'))
  })
})

describe('a promise in the ledger', () => {
  it('comes there with its answer, is counted, and stands beside it', async () => {
    const { topic, commitmentId, departmentId } = await makeCommitment()
    expect(await getCommitment(site.scope(), commitmentId)).toMatchObject({
      words: WORDS,
      responsible: '市政设施科',
      dueOn: '2026-12-10',
      state: 'open',
      leftAnswer: false,
    })
    const { responses } = await listResponses(site.scope(), topic.id)
    expect(responses[0]?.commitments).toMatchObject([{ id: commitmentId, dueOn: '2026-12-10' }])
    const counts = await countLedger(site.scope(), [departmentId])
    expect(counts).toMatchObject({ all: 1, open: 1, overdue: 0 })
  })

  it('is found by the search, by its words, who is responsible and the department', async () => {
    const { topic, commitmentId, office } = await makeCommitment()
    for (const q of ['破损的灯头', '市政设施科 灯头', office.department.name]) {
      const { hits } = await searchSite(site.scope(), q, { kind: 'commitment', after: null })
      expect(hits.find(({ id }) => id === commitmentId)).toMatchObject({
        kind: 'commitment',
        topicId: topic.id,
        title: topic.title,
        excerpt: WORDS,
      })
    }
  })

  it('is found alike where it was there before promises were found', async () => {
    const { commitmentId } = await makeCommitment()
    const read = () =>
      db().$queryRaw<object[]>`
        SELECT "kind", "topicId", "title", "excerpt", "publishedAt", "categoryId", "studioId",
               tsvector_to_array("tokens") AS "tokens"
          FROM "search_entries" WHERE "objectId" = ${commitmentId}`
    const written = await read()
    await db().searchEntry.deleteMany({ where: { kind: 'commitment' } })
    const migration = readMigrations('prisma/migrations').find(({ name }) =>
      name.endsWith('_promises_found'),
    )
    await site.container.database.script(migration?.script ?? '')
    expect(await read()).toEqual(written)
    expect(written).toHaveLength(1)
  })

  it('comes there with an answer that was signed for a time, when that comes', async () => {
    const { responseId, promiseId, office, submit } = await makePromise()
    await signOffResponse(site.scope(office.signer), {
      responseId,
      version: await submit(),
      outcome: 'approve',
      publishAt: new Date(TEST_NOW.getTime() + DAY_MS),
    })
    await expect(getCommitment(site.scope(), promiseId)).rejects.toMatchObject({ code: 'notFound' })
    site.advance(DAY_MS + 1_000)
    await publishScheduled(site.container)
    expect((await getCommitment(site.scope(), promiseId)).madeAt).toEqual(site.now)
  })

  it('stays when a correction leaves its sentence out, beside what the correction promises', async () => {
    const { commitmentId, responseId, office, draft, topic } = await makeCommitment()
    const drafter = site.scope(office.drafter)
    const { version } = await db().response.findUniqueOrThrow({ where: { id: responseId } })
    await beginCorrection(drafter, { responseId, version })
    const saved = await saveResponseDraft(drafter, {
      ...draft,
      version: version + 1,
      text: '灯头更换在2027年3月底前完成。',
      changeNote: '更正了日期。',
    })
    await savePromise(drafter, {
      responseId,
      promiseId: null,
      words: '灯头更换在2027年3月底前完成。',
      responsible: '市政设施科',
      dueOn: '2027-03-31',
    })
    const submitted = await submitResponse(drafter, saved)
    const signer = site.scope(office.signer)
    await signOffResponse(signer, { responseId, version: submitted.version, outcome: 'approve' })
    const { responses } = await listResponses(site.scope(), topic.id)
    expect(responses[0]?.commitments.map(({ madeIn }) => madeIn)).toEqual([1, 2])
    expect((await getCommitment(site.scope(), commitmentId)).leftAnswer).toBe(true)
  })

  it('does not come there by a correction that was given up', async () => {
    const { responseId, office, departmentId } = await makeCommitment()
    const drafter = site.scope(office.drafter)
    const { version } = await db().response.findUniqueOrThrow({ where: { id: responseId } })
    await beginCorrection(drafter, { responseId, version })
    await savePromise(drafter, {
      responseId,
      promiseId: null,
      words: WORDS,
      responsible: '市政设施科',
      dueOn: '2026-12-31',
    })
    await abandonCorrection(drafter, { responseId, version: version + 1 })
    expect(await db().responsePromise.count({ where: { responseId } })).toBe(0)
    expect((await countLedger(site.scope(), [departmentId])).all).toBe(1)
  })

  it('is never rewritten, nor opened again', async () => {
    const { commitmentId, office } = await makeCommitment()
    const change = (columns: object) =>
      db().commitment.update({ where: { id: commitmentId }, data: columns })
    await expect(change({ words: '以后再说吧。' })).rejects.toThrow(/not rewritten/)
    await expect(change({ state: 'kept', keptAt: new Date('2027-01-01') })).rejects.toThrow()
    const scope = site.scope(office.signer)
    await keepCommitment(scope, { commitmentId, version: 1, text: '已更换6处。' })
    await expect(change({ state: 'open', keptAt: null })).rejects.toThrow(/not rewritten/)
  })
})

describe('what becomes of a promise', () => {
  it('is told in notes by the department, declared by who signs, and counted', async () => {
    const { commitmentId, office, topic, departmentId } = await makeCommitment()
    const drafter = site.scope(office.drafter)
    await addProgressNote(drafter, { commitmentId, version: 1, text: '已更换 **3** 处。' })
    await expect(
      keepCommitment(drafter, { commitmentId, version: 2, text: '换完了。' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const signer = site.scope(office.signer)
    await expect(
      keepCommitment(signer, { commitmentId, version: 1, text: '换完了。' }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'commitment.progress' } })
    site.now = new Date('2026-12-10T15:59:00Z')
    const last = site.scope(office.signer)
    expect(await keepCommitment(last, { commitmentId, version: 2, text: '换完了。' })).toEqual({
      late: false,
    })
    const kept = await getCommitment(site.scope(), commitmentId)
    expect(kept).toMatchObject({ state: 'kept', keptAt: site.now })
    expect(kept.history.map(({ kind }) => kind)).toEqual(['made', 'progress', 'kept'])
    expect(JSON.stringify(kept.history)).toContain('<strong>3</strong>')
    expect(await kinds(topic.id)).toEqual(
      expect.arrayContaining(['commitmentProgress', 'commitmentKept']),
    )
    const counts = await countLedger(site.scope(), [departmentId])
    expect(counts).toMatchObject({ all: 1, open: 0, kept: 1 })
  })

  it('is shown with evidence on its notes, public at once', async () => {
    const { commitmentId, office } = await makeCommitment()
    const files = await makePreparedFiles(site, '验收单.pdf')
    await addProgressNote(site.scope(office.drafter), {
      commitmentId,
      version: 1,
      text: '验收单附后。',
      files,
    })
    const { history } = await getCommitment(site.scope(), commitmentId)
    const note = history.find(({ kind }) => kind === 'progress')
    const [file] = note && 'files' in note ? note.files : []
    expect(file).toMatchObject({ kind: 'document', name: '验收单.pdf' })
    const served = await getAttachmentFile(site.scope(), file?.id ?? '', 'file')
    expect(served.public).toBe(true)
    // Who may not tell of it leaves no file behind.
    const before = await db().attachment.count()
    const other = site.scope((await makeOffice(site)).drafter)
    await expect(
      addProgressNote(other, { commitmentId, version: 2, text: '另一份。', files }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await db().attachment.count()).toBe(before)
  })

  it('is late from the day after its day, and says so', async () => {
    const { commitmentId, office } = await makeCommitment()
    site.now = new Date('2026-12-10T16:00:00Z')
    const signer = site.scope(office.signer)
    const declared = await keepCommitment(signer, { commitmentId, version: 1, text: '换完了。' })
    expect(declared.late).toBe(true)
    expect((await getCommitment(site.scope(), commitmentId)).state).toBe('keptLate')
  })

  it('that is taken back stays in the ledger with the reason', async () => {
    const { commitmentId, office, departmentId, topic } = await makeCommitment()
    const signer = site.scope(office.signer)
    await withdrawCommitment(signer, { commitmentId, version: 1, text: '灯杆将整体更换。' })
    const taken = await getCommitment(site.scope(), commitmentId)
    expect(taken.history.at(-1)).toMatchObject({ kind: 'withdrawn' })
    expect(await countLedger(site.scope(), [departmentId])).toMatchObject({ all: 1, withdrawn: 1 })
    expect(await kinds(topic.id)).toContain('commitmentWithdrawn')
  })

  it('tells whose words were answered, once', async () => {
    const { commitmentId, office, resident } = await makeCommitment()
    const signer = site.scope(office.signer)
    await keepCommitment(signer, { commitmentId, version: 1, text: '换完了。' })
    const notices = await db().notice.findMany({
      where: { key: { startsWith: `commitment:${commitmentId}` } },
      include: { deliveries: { where: { channel: 'inApp' } } },
    })
    expect(notices).toMatchObject([
      { kind: 'commitmentKept', deliveries: [{ personId: resident.personId, own: true }] },
    ])
  })
})

describe('another day for a promise', () => {
  const ask = (who: Parameters<typeof site.scope>[0], commitmentId: string, toOn: string) =>
    askCommitmentMove(site.scope(who), {
      commitmentId,
      version: 1,
      toOn,
      reason: '灯头停产，改型号。',
    })

  it('is asked for with a reason, granted by who assigns, and stands beside the first', async () => {
    const { commitmentId, office, assigner, topic } = await makeCommitment()
    await expect(ask(office.drafter, commitmentId, '2026-12-10')).rejects.toMatchObject({
      params: { problem: 'notLater' },
    })
    await ask(office.drafter, commitmentId, '2026-12-25')
    expect((await getCommitment(site.scope(), commitmentId)).dueOn).toBe('2026-12-10')
    expect(await kinds(topic.id)).not.toContain('commitmentMoveAsked')
    const working = await getWorkingTimeline(site.scope(), topic.id)
    expect(working.at(-1)).toMatchObject({ kind: 'commitmentMoveAsked', internal: true })
    const waiting = await listWaitingMoves(site.scope(assigner), { after: null })
    expect(waiting.moves.map((move) => move.commitmentId)).toContain(commitmentId)

    const decide = (who: typeof assigner, version: number) =>
      decideCommitmentMove(site.scope(who), { commitmentId, version, outcome: 'grant', words: '' })
    await expect(decide(office.signer, 2)).rejects.toMatchObject({ code: 'forbidden' })
    await decide(assigner, 2)
    await expect(decide(assigner, 3)).rejects.toMatchObject({ code: 'conflict' })
    const moved = await getCommitment(site.scope(), commitmentId)
    expect(moved).toMatchObject({ dueOn: '2026-12-25', firstDueOn: '2026-12-10' })
    expect(moved.history.at(-1)).toMatchObject({
      kind: 'moved',
      fromOn: '2026-12-10',
      toOn: '2026-12-25',
      reason: '灯头停产，改型号。',
    })
    expect(await kinds(topic.id)).toContain('commitmentMoved')
  })

  it('that is refused changes nothing, and can be asked for again', async () => {
    const { commitmentId, office, assigner } = await makeCommitment()
    await ask(office.drafter, commitmentId, '2026-12-25')
    const refuse = (words: string) =>
      decideCommitmentMove(site.scope(assigner), {
        commitmentId,
        version: 2,
        outcome: 'refuse',
        words,
      })
    await expect(refuse('')).rejects.toMatchObject({ params: { field: 'words' } })
    await refuse('请先换现有型号。')
    const desk = await getDeskCommitment(site.scope(office.drafter), commitmentId)
    expect(desk).toMatchObject({
      dueOn: '2026-12-10',
      moves: [{ outcome: 'refused', decisionWords: '请先换现有型号。' }],
      may: { tell: true, declare: false, decide: false },
    })
  })

  it('lapses when the promise is kept before anybody decided', async () => {
    const { commitmentId, office } = await makeCommitment()
    await ask(office.drafter, commitmentId, '2026-12-25')
    const signer = site.scope(office.signer)
    await keepCommitment(signer, { commitmentId, version: 2, text: '换完了。' })
    const desk = await getDeskCommitment(signer, commitmentId)
    expect(desk.moves).toMatchObject([{ outcome: 'lapsed' }])
  })
})

describe('what residents say of a promise', () => {
  const check = (
    who: Parameters<typeof site.scope>[0],
    commitmentId: string,
    answer: 'so' | 'notYet',
  ) => checkCommitment(site.scope(who), { commitmentId, answer })

  it('is counted once a person, changed at any time, and never joined with what is declared', async () => {
    const { commitmentId, office, resident, departmentId } = await makeCommitment()
    const neighbour = await makeActor(db())
    await Promise.all([
      check(resident, commitmentId, 'notYet'),
      check(neighbour, commitmentId, 'notYet'),
    ])
    await check(resident, commitmentId, 'notYet')
    const signer = site.scope(office.signer)
    await keepCommitment(signer, { commitmentId, version: 1, text: '换完了。' })
    await check(resident, commitmentId, 'so')
    expect(await getCommitment(site.scope(), commitmentId)).toMatchObject({
      state: 'kept',
      checks: { so: 1, notYet: 1, cannotSay: 0 },
    })
    const { commitments } = await listCommitments(site.scope(), {
      view: 'all',
      departmentIds: [departmentId],
      after: null,
    })
    expect(commitments).toMatchObject([{ id: commitmentId, checks: { so: 1, notYet: 1 } }])
  })

  it('is said by nobody of the department, and by nobody without a confirmed number', async () => {
    const { commitmentId, office, resident } = await makeCommitment()
    await expect(check(office.drafter, commitmentId, 'so')).rejects.toMatchObject({
      params: { problem: 'ownDepartment' },
    })
    await expect(
      check({ ...resident, confirmed: false }, commitmentId, 'so'),
    ).rejects.toMatchObject({ code: 'verificationRequired' })
    await expect(check(null, commitmentId, 'so')).rejects.toMatchObject({ code: 'signInRequired' })
  })
})

describe('the clock', () => {
  const watch = async (day: string) => {
    // Nine in the morning in Shanghai.
    site.now = new Date(`${day}T01:00:00Z`)
    await handleWatchCommitments(site.container)
  }

  it('reminds before the day, escalates after it, each once, and tells the public what is late', async () => {
    const { commitmentId, topic, departmentId, office } = await makeCommitment()
    const steps = async () =>
      (await getWorkingTimeline(site.scope(), topic.id))
        .filter(({ kind }) => kind === 'commitmentReminded' || kind === 'commitmentEscalated')
        .map(({ kind, internal }) => `${kind}${internal ? ' (internal)' : ''}`)
    await watch('2026-12-02')
    expect(await steps()).toEqual([])
    await watch('2026-12-03')
    await watch('2026-12-03')
    await watch('2026-12-09')
    expect(await steps()).toEqual([
      'commitmentReminded (internal)',
      'commitmentReminded (internal)',
    ])
    await watch('2026-12-11')
    await watch('2026-12-12')
    expect((await steps()).slice(2)).toEqual(['commitmentEscalated'])
    await watch('2026-12-18')
    await watch('2026-12-19')
    expect((await steps()).slice(2)).toEqual(['commitmentEscalated', 'commitmentEscalated'])
    expect(
      await db().notice.count({ where: { kind: 'commitmentOverdue', topicId: topic.id } }),
    ).toBe(1)
    const { history } = await getCommitment(site.scope(), commitmentId)
    expect(history.map(({ kind }) => kind)).toEqual(['made', 'escalated', 'escalated'])
    expect(await countLedger(site.scope(), [departmentId])).toMatchObject({ open: 1, overdue: 1 })
    const desk = await listDeskCommitments(site.scope(office.drafter), {
      view: 'open',
      after: null,
    })
    expect(desk.commitments.map(({ id }) => id)).toEqual([commitmentId])
  })

  it('begins again with a day that was moved, and leaves alone what is kept', async () => {
    const { commitmentId, office, assigner } = await makeCommitment({ dueOn: '2026-11-24' })
    await watch('2026-11-25')
    await askCommitmentMove(site.scope(office.drafter), {
      commitmentId,
      version: 1,
      toOn: '2026-12-24',
      reason: '灯头停产。',
    })
    const grant = { commitmentId, version: 2, outcome: 'grant' as const, words: '' }
    await decideCommitmentMove(site.scope(assigner), grant)
    const stored = () => db().commitment.findUniqueOrThrow({ where: { id: commitmentId } })
    expect(await stored()).toMatchObject({
      step: null,
      nextStepOn: new Date('2026-12-17T00:00:00Z'),
    })
    const signer = site.scope(office.signer)
    await keepCommitment(signer, { commitmentId, version: 3, text: '换完了。' })
    await watch('2027-01-20')
    expect(await stored()).toMatchObject({ step: null, nextStepOn: null, state: 'kept' })
  })
})

describe('the ledger', () => {
  it('is paged by key, by department and state, what is due first before the rest', async () => {
    const first = await makeCommitment({ dueOn: '2026-12-05' })
    const { departmentId, office } = first
    await db().commitment.createMany({
      data: await Promise.all(
        Array.from({ length: 20 }, async (_each, index) => {
          const { commitmentId, ...made } = first
          const row = await db().commitment.findUniqueOrThrow({ where: { id: commitmentId } })
          const id = `${made.promiseId.slice(0, -2)}${String(index).padStart(2, '0')}`
          const dueOn = new Date(Date.UTC(2026, 10, 10 + index))
          return { ...row, id: id === commitmentId ? `${id.slice(0, -2)}zz` : id, dueOn }
        }),
      ),
    })
    const page = (after: string | null) =>
      listDeskCommitments(site.scope(office.drafter), { view: 'open', after })
    const one = await page(null)
    const two = await page(one.next)
    const days = [...one.commitments, ...two.commitments].map(({ dueOn }) => dueOn)
    expect(days).toHaveLength(21)
    expect(days).toEqual(days.toSorted())
    expect(two.next).toBeNull()
    const overdue = await listCommitments(site.scope(), {
      view: 'overdue',
      departmentIds: [departmentId],
      after: null,
    })
    // From 10 to 22 November; on the 23rd it is not late yet.
    expect(overdue.commitments).toHaveLength(13)
  })
})
