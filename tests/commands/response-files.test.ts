import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addResponseFiles } from '~/commands/add-response-files.server'
import { abandonCorrection, beginCorrection } from '~/commands/correct-response.server'
import { removeResponseFile } from '~/commands/remove-response-file.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { MAX_FILES_PER_RESPONSE } from '~/domain/attachment/limits'
import type { Viewer } from '~/domain/person/actor'
import { getAttachmentFile } from '~/queries/get-attachment-file.server'
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
    // What is public stays with what was published.
    await expect(
      removeResponseFile(site.scope(office.drafter), { responseId, attachmentId: first?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'notFound' })
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
})
