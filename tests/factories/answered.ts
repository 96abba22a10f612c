import { signOffResponse } from '~/commands/sign-off-response.server'
import type { Actor } from '~/domain/person/actor'
import { makeAssignment, makeOffice, makeSubmitted } from './desk'
import { makeActor, makeComment, makeTopic } from './make'
import type { TestSite } from '#tests/setup/test-site'

/** A topic in which two residents spoke, answered as a whole or, with `ofComment`, what the first of them said. */
export async function makeAnswered(
  site: TestSite,
  given: { ofComment?: boolean; text?: string } = {},
) {
  const db = site.container.database.prisma
  const topic = await makeTopic(db, { stage: 'handling' })
  const [resident, neighbour]: [Actor, Actor] = [await makeActor(db), await makeActor(db)]
  const comment = await makeComment(db, { topicId: topic.id, authorId: resident.personId })
  await makeComment(db, { topicId: topic.id, authorId: neighbour.personId })
  const office = await makeOffice(site)
  const { assignmentId, assigner } = await makeAssignment(site, {
    topicId: topic.id,
    commentId: given.ofComment ? comment.id : undefined,
    departments: [{ departmentId: office.department.id, part: 'lead' }],
  })
  const { responseId, version } = await makeSubmitted(site, assignmentId, office, {
    text: given.text,
    answer: [comment.id],
  })
  await signOffResponse(site.scope(office.signer), { responseId, version, outcome: 'approve' })
  return { topic, resident, neighbour, comment, office, assignmentId, assigner, responseId }
}
