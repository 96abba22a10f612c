import { addResponseFiles } from '~/commands/add-response-files.server'
import { approveComment } from '~/commands/approve-comment.server'
import { assessAppeal } from '~/commands/assess-appeal.server'
import { citeComments } from '~/commands/cite-comments.server'
import { decideAppeal } from '~/commands/decide-appeal.server'
import { escalateTask } from '~/commands/escalate-task.server'
import { fileAppeal } from '~/commands/file-appeal.server'
import { joinSameDemand } from '~/commands/join-same-demand.server'
import { moveTopicStage } from '~/commands/move-topic-stage.server'
import { openTopic } from '~/commands/open-topic.server'
import { postComment } from '~/commands/post-comment.server'
import { publishSummary } from '~/commands/publish-summary.server'
import { recordOnTimeline } from '~/commands/record-on-timeline.server'
import { reportComment } from '~/commands/report-comment.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { returnComment } from '~/commands/return-comment.server'
import { beginCorrection } from '~/commands/correct-response.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { saveSummary } from '~/commands/save-summary.server'
import { settleDecision } from '~/commands/settle-decision.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import type { Container } from '~/server/container.server'
import { transact } from '~/server/transact.server'
import { momentToDate, officeMomentToDate, withYear } from './content/moments'
import { rejectionReasons } from './content/rejection-reasons'
import type { AppealSeed, CommentSeed, ReplySeed, ResponseSeed, TopicSeed } from './content/types'
import { addAssignment } from './demo-assignment.server'
import { promiseEvents, saveDemoPromises } from './demo-commitments.server'
import { moderatorsOf, named, scopeAt, type DemoCast, type DemoEvent } from './demo-cast.server'
import { withDemoFiles } from './demo-files.server'
import { ratingEvents } from './demo-ratings.server'

const MINUTE_MS = 60_000

/** Everything that happens in a topic, each to be run in the order of its time. */
export function topicEvents(
  container: Container,
  cast: DemoCast,
  topic: TopicSeed,
  now: Date,
): DemoEvent[] {
  const db = container.database.prisma
  const convener = named(cast.people, topic.openedBy)
  const as = (actor: Actor, at: Date) => scopeAt(container, actor, at)
  const office = (moment: TopicSeed['opens']) => officeMomentToDate(moment, now)
  const comments = new Map<string, string>()
  const assignments = new Map<string, string>()
  const responses = new Map<string, string>()
  const appeals = new Map<string, string>()
  const events: DemoEvent[] = []
  const happens = (at: Date, run: () => Promise<void>) => events.push({ at, run })
  let topicId = ''

  const version = async () =>
    (await db.topic.findUniqueOrThrow({ where: { id: topicId }, select: { version: true } }))
      .version

  const opensAt = office(topic.opens)
  happens(opensAt, async () => {
    const opened = await openTopic(as(convener, opensAt), {
      studioId: named(cast.studios, topic.studio),
      title: topic.title,
      question: topic.lead,
      background: topic.background,
      categoryId: named(cast.categories, topic.category),
      districtId: named(cast.districts, topic.district),
      tags: [...topic.tags],
      closesAt: momentToDate(topic.closes, now),
      mode: 'preModeration',
    })
    topicId = opened.topicId
    await db.topic.update({
      where: { id: topicId },
      data: { code: withYear(topic.code, opensAt) },
    })
  })

  for (const move of topic.moves) {
    const at = office(move)
    happens(at, async () => {
      const moved = await moveTopicStage(as(convener, at), {
        topicId,
        version: await version(),
        to: move.to,
      })
      if (!moved.ok) {
        const missing = moved.missing.map(({ code }) => code).join(', ')
        throw new Error(`${topic.key} cannot move to ${move.to}: ${missing}`)
      }
    })
  }

  for (const fact of topic.facts) {
    const at = office(fact)
    const text = withYear(fact.text, at)
    happens(at, async () => {
      const actorId = named(cast.people, fact.by).personId
      await transact(as(named(cast.people, fact.by), at), async (tx) => {
        const supervised = fact.type === 'supervised'
        await recordOnTimeline(
          tx,
          topicId,
          { kind: supervised ? 'supervised' : 'note', data: { text } },
          { actorId },
        )
        if (supervised) await tx.db.topic.update({ where: { id: topicId }, data: { supervised } })
      })
    })
  }

  const review = reviewer(container, cast)
  for (const opening of topic.comments) {
    const replies = opening.replies ?? []
    addComment(opening, undefined, replies)
    for (const reply of replies) {
      const answers = replies.filter((other) => other.replyTo === reply.key)
      addComment(reply, reply.replyTo ?? opening.key, answers)
    }
  }

  function addComment(
    seed: ReplySeed,
    answered: string | undefined,
    answers: readonly ReplySeed[],
  ) {
    const at = momentToDate(seed, now)
    const author = named(cast.people, seed.author)
    happens(at, async () => {
      const posted = await withDemoFiles(container, topic.key, seed.key, (files) =>
        postComment(as(author, at), {
          topicId,
          text: seed.text,
          kind: seed.kind ?? 'opinion',
          voice: seed.voice,
          files,
          ...(answered ? { replyTo: named(comments, answered) } : { stance: seed.stance }),
        }),
      )
      comments.set(seed.key, posted.commentId)
    })
    const status = seed.status ?? 'published'
    if (status === 'pending') {
      if (seed.escalated) addEscalation(seed.key, seed.escalated, at)
      return
    }
    const firstAnswer = Math.min(...answers.map((reply) => momentToDate(reply, now).getTime()))
    const decidedAt = reviewTime(at, Math.min(firstAnswer, now.getTime()))
    happens(decidedAt, () => {
      const { sameAs } = seed as Partial<CommentSeed>
      return review(named(comments, seed.key), seed, decidedAt, sameAs && named(comments, sameAs))
    })
    if (seed.appeal) addAppeal(seed.key, author, seed.appeal)
    addReports(seed)
    if (status !== 'withdrawn') return
    const takenBackAt = new Date(decidedAt.getTime() + 90 * MINUTE_MS)
    happens(takenBackAt < now ? takenBackAt : decidedAt, async () => {
      await withdrawComment(as(author, takenBackAt), named(comments, seed.key))
    })
  }

  function addEscalation(key: string, seniorNote: string, sentAt: Date) {
    const at = new Date(Math.min(sentAt.getTime() + 20 * MINUTE_MS, now.getTime()))
    happens(at, async () => {
      const commentId = named(comments, key)
      const { latestRevisionId: revisionId, version: seen } = await db.comment.findUniqueOrThrow({
        where: { id: commentId },
        select: { latestRevisionId: true, version: true },
      })
      const scope = scopeAt(container, moderatorsOf(cast)[0] ?? null, at)
      await escalateTask(scope, { commentId, revisionId, version: seen, seniorNote })
    })
  }

  function addAppeal(key: string, author: Actor, seed: AppealSeed) {
    const filedAt = momentToDate(seed, now)
    const { decided } = seed
    happens(filedAt, async () => {
      const commentId = named(comments, key)
      const { appealId } = await fileAppeal(as(author, filedAt), { commentId, text: seed.text })
      if (decided) appeals.set(key, appealId)
    })
    if (!decided) return
    // Moved to a Friday, the decision would come before a weekend's appeal.
    const decidedAt = new Date(
      Math.max(office(decided).getTime(), filedAt.getTime() + 90 * MINUTE_MS),
    )
    happens(decidedAt, async () => {
      const appealId = named(appeals, key)
      const { decision } = await db.appeal.findUniqueOrThrow({
        where: { id: appealId },
        select: { decision: { select: { moderatorId: true } } },
      })
      const other = moderatorsOf(cast).find(({ personId }) => personId !== decision.moderatorId)
      const scope = scopeAt(container, other ?? null, decidedAt)
      await assessAppeal(scope, { appealId, assessment: decided.view, note: decided.note })
      await decideAppeal(scope, {
        appealId,
        result: decided.result,
        explanation: decided.explanation,
      })
    })
  }

  function addReports({ key, reports = [], reportsDecided }: ReplySeed) {
    for (const { reporter, reason, text, ...moment } of reports) {
      const at = momentToDate(moment, now)
      happens(at, async () => {
        const commentId = named(comments, key)
        await reportComment(as(named(cast.people, reporter), at), { commentId, reason, text })
      })
    }
    if (!reportsDecided) return
    const { reason } = reportsDecided
    const at = momentToDate(reportsDecided, now)
    happens(at, () =>
      review(named(comments, key), { status: reason ? 'rejected' : 'published', reason }, at),
    )
  }

  const desk = { container, cast, as, office, happens }
  for (const assignment of topic.assignments) {
    addAssignment(desk, assignment, {
      topicId: () => topicId,
      commentId: (key) => named(comments, key),
      made: assignments,
    })
  }

  for (const response of topic.responses) addResponse(response)

  function addResponse(seed: ResponseSeed) {
    const drafter = named(cast.people, seed.draftedBy)
    const draftedAt = office(seed.drafted)
    const response = { id: '', version: 0 }
    happens(draftedAt, async () => {
      const saved = await saveResponseDraft(as(drafter, draftedAt), {
        assignmentId: named(assignments, seed.assignment),
        departmentId: named(cast.departments, seed.department),
        version: 0,
        text: seed.text,
        declaredResult: seed.declaredResult,
        answer: seed.answers.map((key) => named(comments, key)),
        leave: [],
      })
      response.id = saved.responseId
      await withDemoFiles(container, topic.key, seed.key, (files) =>
        addResponseFiles(as(drafter, draftedAt), { responseId: response.id, files }),
      )
      responses.set(seed.key, saved.responseId)
      response.version = saved.version
      await saveDemoPromises(as(drafter, draftedAt), saved.responseId, seed.promises, now)
    })
    if (seed.status === 'drafting') return
    const submittedAt = new Date(draftedAt.getTime() + 20 * MINUTE_MS)
    happens(submittedAt, async () => {
      const submitted = await submitResponse(as(drafter, submittedAt), {
        responseId: response.id,
        version: response.version,
        despiteUnfinished: true,
      })
      response.version = submitted.version
    })
    if (!seed.signedBy) return
    const signer = named(cast.people, seed.signedBy)
    const signs = (at: Date, publishAt?: Date) =>
      happens(at, async () => {
        await signOffResponse(as(signer, at), {
          responseId: response.id,
          version: response.version,
          outcome: 'approve',
          publishAt,
        })
        response.version += 1
      })
    if (seed.signed && seed.scheduled) return signs(office(seed.signed), office(seed.scheduled))
    if (seed.published) signs(office(seed.published))
    for (const promise of [...(seed.promises ?? []), ...(seed.correction?.promises ?? [])]) {
      events.push(
        ...promiseEvents(container, cast, { topic, department: seed.department, promise, now }),
      )
    }
    const { correction } = seed
    if (!correction) return
    const correctedAt = office(correction.drafted)
    const corrector = named(cast.people, correction.draftedBy)
    happens(correctedAt, async () => {
      const scope = as(corrector, correctedAt)
      await beginCorrection(scope, { responseId: response.id, version: response.version })
      const saved = await saveResponseDraft(scope, {
        assignmentId: named(assignments, seed.assignment),
        departmentId: named(cast.departments, seed.department),
        version: response.version + 1,
        text: correction.text,
        declaredResult: seed.declaredResult,
        changeNote: correction.change,
        answer: [],
        leave: [],
      })
      await saveDemoPromises(scope, response.id, correction.promises, now)
      const submitted = await submitResponse(scope, saved)
      response.version = submitted.version
    })
    signs(office(correction.signed))
  }

  for (const rating of topic.ratings) {
    const response = rating.response ?? topic.responses[0]?.key ?? ''
    events.push(...ratingEvents(container, cast, rating, now, () => named(responses, response)))
  }

  if (topic.summary) addSummary(topic.summary)

  function addSummary(seed: NonNullable<TopicSeed['summary']>) {
    const writer = named(cast.people, seed.writtenBy)
    const at = office(seed.at)
    happens(at, async () => {
      const scope = as(writer, at)
      const saved = await saveSummary(scope, {
        topicId,
        version: 0,
        verdict: seed.verdict,
        introduction: seed.introduction,
        points: seed.points.map(({ kind, text }) => ({ id: null, kind, text })),
      })
      let { version: summaryVersion } = saved
      for (const [index, pointId] of saved.pointIds.entries()) {
        const cited = await citeComments(scope, {
          topicId,
          pointId,
          version: summaryVersion,
          cite: (seed.points[index]?.citations ?? []).map((key) => named(comments, key)),
          drop: [],
        })
        summaryVersion = cited.version
      }
      if (seed.status === 'draft') return
      const published = await publishSummary(scope, { topicId, version: summaryVersion })
      if (!published.ok) {
        throw new Error(
          `the summary of ${topic.key} cannot be published: ${JSON.stringify(published)}`,
        )
      }
    })
  }

  return events
}

/** Some minutes after it was written, but before anybody answers it. */
function reviewTime(writtenAt: Date, before: number): Date {
  const minutes = 3 + ((writtenAt.getTime() / MINUTE_MS) % 14)
  return new Date(
    Math.min(
      writtenAt.getTime() + minutes * MINUTE_MS,
      Math.max(before - 1_000, writtenAt.getTime()),
    ),
  )
}

/** Decides on a comment as its seed says, the two moderators by turns. */
function reviewer(container: Container, cast: DemoCast) {
  const moderators = moderatorsOf(cast)
  let turn = 0
  return async (
    commentId: string,
    seed: Pick<ReplySeed, 'status' | 'reason' | 'remark'>,
    at: Date,
    sameAsId?: string,
  ) => {
    const comment = await container.database.prisma.comment.findUniqueOrThrow({
      where: { id: commentId },
      select: { latestRevisionId: true, version: true },
    })
    turn += 1
    const scope = scopeAt(container, moderators[turn % moderators.length] ?? null, at)
    const text = { commentId, revisionId: comment.latestRevisionId, version: comment.version }
    const reason = rejectionReasons.find(({ code }) => code === seed.reason)
    const words = [reason?.text, seed.remark].filter(Boolean).join('')
    const decided =
      seed.status === 'rejected' && reason
        ? await rejectComment(scope, { ...text, reasonCode: reason.code, reasonText: words })
        : seed.status === 'returned'
          ? await returnComment(scope, { ...text, request: words })
          : sameAsId
            ? await joinSameDemand(scope, { ...text, sameAsId })
            : await approveComment(scope, text)
    // Nobody undoes what happened in the past.
    if (decided.settlesAt)
      await settleDecision(scope, { decisionId: decided.decisionId, commentId })
  }
}
