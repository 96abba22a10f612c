import { differenceOf, type TextPart } from '~/domain/moderation/text-difference'
import { checkDraft, questionPoints, type DraftCheck } from '~/domain/response/draft-check'
import type { Part, ResponseStatus } from '~/domain/response/response'
import { actsFor } from '~/policies/assignment'
import { canCorrect, canTakeBack } from '~/policies/response'
import type { Scope } from '~/server/scope.server'
import { listContributions, type Contribution } from './list-contributions.server'
import { listEarlierAnswers, type EarlierAnswer } from './list-earlier-answers.server'
import { listPassages, type PassageEntry } from './list-passages.server'

/** What an assignment's answer is written with. */
export interface AnswerDesk {
  /** What the 会办 departments have written; none where the answer is one department's alone. */
  contributions: Contribution[]
  /** The paragraphs of the department that looks, where it joins in another's answer. */
  own: Contribution | null
  earlier: EarlierAnswer[]
  /** Templates and passages of the department that answers, for who drafts there. */
  passages: PassageEntry[]
  check: DraftCheck | null
  /** What the draft of a correction changes of what is public. */
  changes: TextPart[] | null
  may: { contribute: boolean; correct: boolean; takeBack: boolean }
}

interface AnswerFacts {
  assignment: {
    id: string
    topicId: string
    topic: { title: string; question: string }
    comment: Said | null
  }
  asked: { departmentId: string; part: Part; acknowledgedAt: Date | null }
  answering: { departmentId: string; part: Part }
  response: {
    status: ResponseStatus
    publishedVersion: { draft: { text: string } } | null
    currentDraft: { text: string } | null
    drafts: ReadonlyArray<{ author: { id: string } }>
    answers: ReadonlyArray<{ comment: Said }>
  } | null
}

/** What is needed beside the question to write an answer, to contribute to it, and to sign it. */
export async function getAnswerDesk(scope: Scope, facts: AnswerFacts): Promise<AnswerDesk> {
  const { viewer } = scope
  const { assignment, asked, answering, response } = facts
  const { topic, comment } = assignment
  const drafts = actsFor(viewer, 'draft', answering.departmentId)
  const question = `${comment?.currentRevision?.text ?? topic.question}\n${topic.title}`
  const [contributions, earlier, passages] = await Promise.all([
    answering.part === 'lead' ? listContributions(scope, assignment.id) : [],
    listEarlierAnswers(scope, question, { topicId: assignment.topicId }),
    drafts ? listPassages(scope, answering.departmentId, { activeOnly: true }) : [],
  ])
  const standing = {
    departmentId: answering.departmentId,
    status: response?.status ?? null,
    drafterIds: response?.drafts.map(({ author }) => author.id) ?? [],
  }
  const published = response?.publishedVersion ?? null
  const draft = response?.currentDraft?.text
  const beingWritten = !response || (response.status === 'drafting' && !published)
  return {
    contributions,
    own:
      asked.part === 'joint'
        ? (contributions.find((each) => each.departmentId === asked.departmentId) ?? null)
        : null,
    earlier,
    passages,
    check:
      draft !== undefined && response?.status !== 'published'
        ? checkDraft({ text: draft, points: questionPoints(pointsAsked(facts)) })
        : null,
    changes:
      published && draft !== undefined && response?.status !== 'published'
        ? differenceOf(published.draft.text, draft)
        : null,
    may: {
      contribute:
        asked.part === 'joint' &&
        asked.acknowledgedAt !== null &&
        beingWritten &&
        actsFor(viewer, 'draft', asked.departmentId),
      correct: canCorrect(viewer, standing),
      takeBack: canTakeBack(viewer, standing),
    },
  }
}

interface Said {
  author: { displayName: string }
  currentRevision: { text: string } | null
}

/** The comments that the draft answers, the one assigned among them; the topic's question where it answers none. */
export function pointsAsked(facts: {
  assignment: { topic: { question: string }; comment: Said | null }
  response: { answers: ReadonlyArray<{ comment: Said }> } | null
}): Array<{ author: string; text: string }> {
  const { assignment, response } = facts
  const answered = response?.answers.map(({ comment }) => comment) ?? []
  const comments = answered.length > 0 ? answered : assignment.comment ? [assignment.comment] : []
  const said = comments.flatMap(({ author, currentRevision }) =>
    currentRevision ? [{ author: author.displayName, text: currentRevision.text }] : [],
  )
  return said.length > 0 ? said : [{ author: '', text: assignment.topic.question }]
}
