import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addResponseFiles } from '~/commands/add-response-files.server'
import { abandonCorrection, beginCorrection } from '~/commands/correct-response.server'
import { keepResponseFile, removeResponseFile } from '~/commands/remove-response-file.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { MAX_FILES_PER_RESPONSE } from '~/domain/attachment/limits'
import type { Viewer } from '~/domain/person/actor'
import { getAttachmentFile } from '~/queries/get-attachment-file.server'
import { getDeskItem } from '~/queries/get-desk-item.server'
import { getResponseDocument } from '~/queries/get-response-document.server'
import { getResponseFiles } from '~/queries/get-response-files.server'
import { listResponses } from '~/queries/list-responses.server'
import { makeAssignment, makeDraft, makeOffice, type Office } from '#tests/factories/desk'
import { makeActor } from '#tests/factories/make'
import { makePreparedFiles } from '#tests/factories/prepared-files'
import { useTestSite } from '#tests/setup/test-site'

const folder = mkdtempSync(join(tmpdir(), 'lianxin-response-files-'))
const site = useTestSite({ DATA_DIR: folder })
const db = () => site.container.database.prisma
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const add = async (viewer: Viewer, responseId: string, ...names: string[]) =>
  addResponseFiles(site.scope(viewer), {
    responseId,
    files: await makePreparedFiles(site, ...names),
  })

const files = (responseId: string) =>
  db().attachment.findMany({ where: { responseId }, orderBy: { id: 'asc' } })

/** How a file is served to somebody: in public, to them alone, or not at all. */
const served = (viewer: Viewer, id: string) =>
  getAttachmentFile(site.scope(viewer), id, 'file').then(
    (file) => (file.public ? 'public' : 'private'),
    (error: { code: string }) => error.code,
  )

let office: Office
let assignmentId: string
let topicId: string
let draft: Awaited<ReturnType<typeof makeDraft>>
beforeAll(async () => {
  office = await makeOffice(site)
  const departments = [{ departmentId: office.department.id, part: 'lead' as const }]
  const made = await makeAssignment(site, { departments })
  assignmentId = made.assignmentId
  topicId = made.topicId
  draft = await makeDraft(site, assignmentId, office)
})

describe('the files of an answer', () => {
  it('are added by its drafters, and seen by the department until it is published', async () => {
    const resident = await makeActor(db())
    const elsewhere = await makeOffice(site)
    for (const viewer of [resident, office.signer, elsewhere.drafter]) {
      await expect(add(viewer, draft.responseId, 'a.pdf')).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await add(office.drafter, draft.responseId, '公示.pdf', '附图.pdf')
    const [one] = await files(draft.responseId)
    const id = one?.id ?? ''
    expect(one).toMatchObject({ name: '公示.pdf', responseVersion: null })
    expect(await served(office.signer, id)).toBe('private')
    for (const viewer of [null, resident, elsewhere.drafter]) {
      expect(await served(viewer, id)).toBe('notFound')
      await expect(getResponseFiles(site.scope(viewer), draft.responseId)).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    const seen = await getResponseFiles(site.scope(office.signer), draft.responseId)
    expect(seen).toMatchObject({ changeable: false, room: MAX_FILES_PER_RESPONSE - 2 })
  })

  it('are no more than an answer may have', async () => {
    const names = Array.from({ length: MAX_FILES_PER_RESPONSE - 1 }, (_, n) => `${n}.pdf`)
    await expect(add(office.drafter, draft.responseId, ...names)).rejects.toMatchObject({
      params: { field: 'files' },
    })
    expect(await files(draft.responseId)).toHaveLength(2)
  })

  it('can be taken out while it is drafted', async () => {
    const [, second] = await files(draft.responseId)
    const input = { responseId: draft.responseId, attachmentId: second?.id ?? '' }
    await expect(removeResponseFile(site.scope(office.signer), input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await removeResponseFile(site.scope(office.drafter), input)
    await expect(removeResponseFile(site.scope(office.drafter), input)).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await files(draft.responseId)).toHaveLength(1)
  })

  it('are neither added nor taken out once it is with the signer, and public with it', async () => {
    const { responseId } = draft
    const { version } = await submitResponse(site.scope(office.drafter), draft)
    const [file] = await files(responseId)
    const attachmentId = file?.id ?? ''
    await expect(add(office.drafter, responseId, 'late.pdf')).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      removeResponseFile(site.scope(office.drafter), { responseId, attachmentId }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await served(null, attachmentId)).toBe('notFound')
    await signOffResponse(site.scope(office.signer), { responseId, version, outcome: 'approve' })
    expect(await served(null, attachmentId)).toBe('public')
    const [published] = (await listResponses(site.scope(), topicId)).responses
    expect(published?.files.map(({ name }) => name)).toEqual(['公示.pdf'])
  })

  it('come with a correction: the former version goes on showing what it had', async () => {
    const { responseId } = draft
    const now = () => db().response.findUniqueOrThrow({ where: { id: responseId } })
    const begin = async () =>
      beginCorrection(site.scope(office.drafter), { responseId, version: (await now()).version })
    await begin()
    await add(office.drafter, responseId, '放弃的.pdf')
    const { version } = await now()
    await abandonCorrection(site.scope(office.drafter), { responseId, version })
    expect((await files(responseId)).map(({ name }) => name)).toEqual(['公示.pdf'])

    await begin()
    await add(office.drafter, responseId, '补充.pdf')
    const [first, second] = await files(responseId)
    expect(first?.name).toBe('公示.pdf')
    expect(await served(null, second?.id ?? '')).toBe('notFound')
    // Files alone are a change.
    const saved = await saveResponseDraft(site.scope(office.drafter), {
      assignmentId,
      departmentId: office.department.id,
      version: (await now()).version,
      text: '经研究，现答复如下。',
      declaredResult: 'resolving',
      changeNote: '补充一份附件。',
      answer: [],
      leave: [],
    })
    const submitted = await submitResponse(site.scope(office.drafter), saved)
    await signOffResponse(site.scope(office.signer), {
      responseId,
      version: submitted.version,
      outcome: 'approve',
    })
    const names = async (number?: number) =>
      (await getResponseDocument(site.scope(), responseId, number)).files.map(({ name }) => name)
    expect(await names()).toEqual(['公示.pdf', '补充.pdf'])
    expect(await names(1)).toEqual(['公示.pdf'])
    expect(await served(null, second?.id ?? '')).toBe('public')
  })

  it('leave with a correction that says so, and those who were told are told', async () => {
    const { responseId } = draft
    const drafter = site.scope(office.drafter)
    const now = () => db().response.findUniqueOrThrow({ where: { id: responseId } })
    const [first, second] = await files(responseId)
    const attachmentId = first?.id ?? ''
    const gone = { responseId, attachmentId }
    const take = () => removeResponseFile(drafter, gone)
    const names = async (number?: number) => {
      const page = await getResponseDocument(site.scope(), responseId, number)
      return [...page.files.map(({ name }) => name), page.removedFiles]
    }
    // What is published is changed by a correction alone.
    await expect(take()).rejects.toMatchObject({ code: 'conflict' })
    await beginCorrection(drafter, { responseId, version: (await now()).version })
    await expect(keepResponseFile(drafter, gone)).rejects.toMatchObject({ code: 'notFound' })
    expect(await take()).toEqual({ leaves: true })
    await expect(take()).rejects.toMatchObject({ code: 'notFound' })
    // It is public until the correction is; a correction that is given up takes nothing out.
    expect(await served(null, attachmentId)).toBe('public')
    await abandonCorrection(drafter, { responseId, version: (await now()).version })
    expect((await files(responseId)).some(({ leaves }) => leaves)).toBe(false)

    await beginCorrection(drafter, { responseId, version: (await now()).version })
    await take()
    await keepResponseFile(drafter, gone)
    await take()
    const item = await getDeskItem(drafter, assignmentId)
    expect(item.response).toMatchObject({
      attachments: [{ name: '补充.pdf' }],
      fileChanges: { removed: ['公示.pdf'], added: [] },
    })
    const save = async (changeNote: string) =>
      saveResponseDraft(drafter, {
        assignmentId,
        departmentId: office.department.id,
        version: (await now()).version,
        text: '经研究，现答复如下。',
        declaredResult: 'resolving',
        changeNote,
        answer: [],
        leave: [],
      })
    await expect(submitResponse(drafter, await save(''))).rejects.toMatchObject({
      params: { problem: 'noChangeNote' },
    })
    const { version } = await submitResponse(drafter, await save('附件“公示”有误，去掉。'))
    const told = () =>
      db().notice.count({ where: { key: { startsWith: `response:${responseId}` } } })
    const before = await told()
    await signOffResponse(site.scope(office.signer), { responseId, version, outcome: 'approve' })
    expect(await told()).toBe(before + 1)
    expect(await names()).toEqual(['补充.pdf', 0])
    expect(await names(2)).toEqual(['补充.pdf', 1])
    expect(await names(1)).toEqual([1])
    const [published] = (await listResponses(site.scope(), topicId)).responses
    expect(published?.files.map(({ id }) => id)).toEqual([second?.id])
    expect(published?.correction?.change).toContain('公示')
    expect(await served(null, attachmentId)).toBe('notFound')
    expect(await served(office.signer, attachmentId)).toBe('private')
    const seen = await getResponseFiles(site.scope(office.signer), responseId)
    expect(seen.removed).toMatchObject([{ id: attachmentId, removedVersion: 3 }])
    expect(seen.room).toBe(MAX_FILES_PER_RESPONSE - 1)
  })
})
