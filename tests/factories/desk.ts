import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import type { Actor } from '~/domain/person/actor'
import type { AskedDepartment } from '~/domain/response/assignment'
import { makeActor, makeDepartment, makeTopic } from '#tests/factories/make'
import type { TestSite } from '#tests/setup/test-site'

const database = (site: TestSite) => site.container.database.prisma

/** A department with one official who drafts and one who signs. */
export async function makeOffice(
  site: TestSite,
  given: { name?: string; shortName?: string } = {},
) {
  const db = database(site)
  const department = await makeDepartment(db, given)
  const bound = { role: 'official', departmentId: department.id } as const
  const drafter = await makeActor(db, [{ ...bound, duty: 'draft' }])
  const signer = await makeActor(db, [{ ...bound, duty: 'sign' }])
  return { department, drafter, signer }
}

export type Office = Awaited<ReturnType<typeof makeOffice>>

/** Somebody who may assign to every department. */
export async function makeAssigner(site: TestSite): Promise<Actor> {
  return makeActor(database(site), [{ role: 'official', duty: 'assign' }])
}

/** An assignment as the command makes it, to a department of its own unless others are given. */
export async function makeAssignment(
  site: TestSite,
  given: {
    topicId?: string
    commentId?: string
    departments?: readonly AskedDepartment[]
    workingDays?: number
  } = {},
) {
  const office = given.departments ? undefined : await makeOffice(site)
  const topicId = given.topicId ?? (await makeTopic(database(site))).id
  const assigner = await makeAssigner(site)
  const { assignmentId, dueAt } = await assignTopic(site.scope(assigner), {
    topicId,
    commentId: given.commentId,
    departments: given.departments ?? [{ departmentId: office?.department.id ?? '', part: 'lead' }],
    workingDays: given.workingDays ?? 15,
  })
  return { assignmentId, dueAt, topicId, assigner, office }
}

/** A draft of an answer, acknowledged and saved by the office's drafter. */
export async function makeDraft(
  site: TestSite,
  assignmentId: string,
  office: Office,
  given: { text?: string; answer?: readonly string[]; version?: number } = {},
) {
  const scope = site.scope(office.drafter)
  const departmentId = office.department.id
  if (!given.version) await acknowledgeAssignment(scope, { assignmentId, departmentId })
  return saveResponseDraft(scope, {
    assignmentId,
    departmentId,
    version: given.version ?? 0,
    text: given.text ?? '经研究，现答复如下。',
    declaredResult: 'resolving',
    answer: given.answer ?? [],
    leave: [],
  })
}

/** A draft that waits to be signed off. */
export async function makeSubmitted(
  site: TestSite,
  assignmentId: string,
  office: Office,
  given: { text?: string; answer?: readonly string[] } = {},
) {
  const draft = await makeDraft(site, assignmentId, office, given)
  const { version } = await submitResponse(site.scope(office.drafter), {
    ...draft,
    despiteUnfinished: true,
  })
  return { responseId: draft.responseId, version }
}

/** An answer that the office's signer has published. */
export async function makePublished(
  site: TestSite,
  assignmentId: string,
  office: Office,
  given: { text?: string; answer?: readonly string[] } = {},
) {
  const waiting = await makeSubmitted(site, assignmentId, office, given)
  await signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve' })
  return { responseId: waiting.responseId, version: waiting.version + 1 }
}
