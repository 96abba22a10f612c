import { AppError } from '~/domain/errors'
import { answersItself } from '~/domain/response/assignment'
import { isOpen } from '~/domain/response/assignment-state'
import { isProvisional } from '~/domain/response/due'
import { isId } from '~/domain/shared/id'
import { canAcknowledge, canSeeAssignment, deskDepartments } from '~/policies/assignment'
import { canDraft, canSignOff, isOfficialOf, signOffObstacle } from '~/policies/response'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { workingFiles } from './attached-files'
import { getAnswerDesk } from './get-answer-desk.server'
import { getReceivedRatings } from './get-received-ratings.server'
import { getWorkingTimeline } from './get-topic-timeline.server'
import { listRelatedComments } from './list-related-comments.server'

/**
 * An assignment with all that is needed to answer it: the question in the words of those who asked, what
 * else was said, who was asked, drafts and signatures.
 *
 * @param options.departmentId the department to look at it from, for who works for several
 * @param options.after pages the other comments
 * @throws AppError notFound, also for who has no part in it; invalidCursor
 */
export async function getDeskItem(
  scope: Scope,
  assignmentId: string,
  options: { departmentId?: string; after?: string } = {},
) {
  const { viewer } = scope
  const assignment = isId(assignmentId) ? await readAssignment(scope, assignmentId) : null
  if (!assignment) throw new AppError('notFound')
  const departmentIds = assignment.departments.map(({ departmentId }) => departmentId)
  if (!canSeeAssignment(viewer, { departmentIds })) throw new AppError('notFound')

  const own = deskDepartments(viewer)
  const mine = assignment.departments.filter(({ departmentId }) => own.includes(departmentId))
  // Who only assigns follows each answer, without a part in it.
  const watches = mine.length === 0
  const views = watches ? assignment.departments.filter(({ part }) => answersItself(part)) : mine
  const asked = views.find(({ departmentId }) => departmentId === options.departmentId) ?? views[0]
  const answering =
    asked?.part === 'joint' ? assignment.departments.find(({ part }) => part === 'lead') : asked
  if (!asked || !answering) throw new AppError('notFound')

  const response = await readResponse(scope, assignmentId, answering.departmentId)
  const facts = {
    departmentId: answering.departmentId,
    status: response?.status ?? null,
    drafterIds: response?.drafts.map(({ author }) => author.id) ?? [],
  }
  const published = response?.publishedVersion
  const calendar = await loadCalendar(scope.container)
  const [related, timeline, desk, ratings] = await Promise.all([
    listRelatedComments(scope, assignment.topicId, { after: options.after }),
    getWorkingTimeline(scope, assignment.topicId),
    getAnswerDesk(scope, { assignment, asked, answering, response }),
    published
      ? getReceivedRatings(scope, {
          responseId: response.id,
          assignmentId,
          declared: published.declaredResult,
        })
      : null,
  ])
  return {
    assignment,
    asked,
    answering,
    watches,
    /** The date of the part that is looked at, and whether an answer is still owed by then. */
    due: {
      dueAt: asked.dueAt,
      provisional: isProvisional(asked.dueAt, calendar),
      owed: isOpen(asked),
    },
    /** The departments whose part the viewer may look at. */
    views: views.map(({ departmentId, department }) => ({ departmentId, name: department.name })),
    response,
    related,
    timeline,
    desk,
    /** What residents say of the public answer. */
    ratings,
    may: {
      acknowledge: asked.state === 'assigned' && canAcknowledge(viewer, asked),
      draft:
        asked.departmentId === answering.departmentId &&
        (asked.state === 'handling' || Boolean(response?.publishedVersion)) &&
        canDraft(viewer, facts),
      signOff: canSignOff(viewer, facts),
      followUp: isOfficialOf(viewer, answering.departmentId),
      /** Why not, where the answer waits for a signature. */
      obstacle: facts.status === 'awaitingSignOff' ? signOffObstacle(viewer, facts) : null,
    },
  }
}

export type DeskItemDetail = Awaited<ReturnType<typeof getDeskItem>>

async function readAssignment(scope: Scope, id: string) {
  return scope.db.assignment.findUnique({
    where: { id },
    select: {
      id: true,
      topicId: true,
      commentId: true,
      assignedAt: true,
      note: true,
      assignedBy: { select: { displayName: true } },
      topic: {
        select: {
          code: true,
          title: true,
          question: true,
          backgroundHtml: true,
          lang: true,
          stage: true,
          supervised: true,
          commentCount: true,
          voiceCount: true,
          studio: { select: { name: true } },
          tallies: { select: { stance: true, count: true } },
        },
      },
      comment: {
        select: {
          id: true,
          status: true,
          voice: true,
          authorTitle: true,
          kind: true,
          stance: true,
          lang: true,
          createdAt: true,
          respondedAt: true,
          author: { select: { displayName: true } },
          currentRevision: { select: { html: true, text: true } },
          leadOf: { select: { size: true, leadCommentId: true } },
          demandGroup: { select: { size: true, leadCommentId: true } },
        },
      },
      departments: {
        // Who gave the part back, or had it taken away, has no say in it any more.
        where: { state: { notIn: ['returned', 'withdrawn'] } },
        orderBy: [{ part: 'asc' }, { departmentId: 'asc' }],
        select: {
          departmentId: true,
          part: true,
          state: true,
          dueAt: true,
          acknowledgedAt: true,
          answeredAt: true,
          acknowledgedBy: { select: { displayName: true } },
          department: { select: { name: true, telephone: true } },
        },
      },
    },
  })
}

async function readResponse(scope: Scope, assignmentId: string, departmentId: string) {
  const response = await findResponse(scope, assignmentId, departmentId)
  if (!response) return null
  const { attachments: files, ...rest } = response
  const named = (chosen: typeof files) => chosen.map(({ name }) => name)
  return {
    ...rest,
    attachments: files.filter(({ leaves }) => !leaves),
    /** What a correction does to the files that are public, by name. */
    fileChanges: rest.publishedVersion
      ? {
          added: named(files.filter(({ responseVersion }) => responseVersion === null)),
          removed: named(files.filter(({ leaves }) => leaves)),
        }
      : null,
  }
}

async function findResponse(scope: Scope, assignmentId: string, departmentId: string) {
  return scope.db.response.findUnique({
    where: { assignmentId_departmentId: { assignmentId, departmentId } },
    select: {
      id: true,
      status: true,
      declaredResult: true,
      version: true,
      changeNote: true,
      attachments: workingFiles,
      submittedAt: true,
      scheduledFor: true,
      publishedAt: true,
      publishedVersion: {
        select: {
          number: true,
          declaredResult: true,
          publishedAt: true,
          draft: { select: { text: true, html: true } },
        },
      },
      currentDraft: { select: { id: true, number: true, text: true, html: true } },
      promises: {
        orderBy: { id: 'asc' },
        select: { id: true, words: true, responsible: true, dueOn: true },
      },
      commitments: {
        orderBy: { id: 'asc' },
        select: { id: true, words: true, responsible: true, dueOn: true, state: true },
      },
      drafts: {
        orderBy: { number: 'desc' },
        select: {
          id: true,
          number: true,
          createdAt: true,
          html: true,
          author: { select: { id: true, displayName: true } },
        },
      },
      signOffs: {
        orderBy: { id: 'desc' },
        select: {
          id: true,
          draftId: true,
          outcome: true,
          comment: true,
          at: true,
          signer: { select: { displayName: true } },
        },
      },
      answers: {
        orderBy: { commentId: 'asc' },
        select: {
          comment: {
            select: {
              id: true,
              status: true,
              author: { select: { displayName: true } },
              currentRevision: { select: { text: true } },
            },
          },
        },
      },
    },
  })
}
