import type { CommentKind, ReviewStatus, Stance } from '~/domain/comment/comment'
import { quoteExcerpt } from '~/domain/comment/quote'
import type { ReviewOutcome, StandingStatus } from '~/domain/comment/review-transition'
import { isVeiledInQueue } from '~/domain/attachment/serving'
import { ASKS, type Asks } from '~/domain/moderation/screening/asks'
import type { FileWords } from '~/domain/moderation/screening/file-words'
import type {
  Evidence,
  FilePlace,
  Finding,
  FindingParams,
} from '~/domain/moderation/screening/finding'
import { isRuleId } from '~/domain/moderation/screening/rules'
import { standingOf } from '~/domain/moderation/standing'
import { differenceOf, type TextPart } from '~/domain/moderation/text-difference'
import type { Voice } from '~/domain/person/role'
import type { TaskKind } from '~/domain/moderation/queue-counts'
import { isId } from '~/domain/shared/id'
import { textOfHtml } from '~/domain/shared/text-of-html'
import type { Stage, TopicMode } from '~/domain/topic/stage'
import { canRevise, recusalOf, requireReviewer, type Recusal } from '~/policies/moderation'
import { canPauseTopic } from '~/policies/topic'
import type { Scope } from '~/server/scope.server'
import { filesAsTyped, filesOf, type AttachedFile } from './attached-files'
import { findSimilarComments, type SimilarComment } from './find-similar-comments.server'
import { readLadder, type LadderEntry } from './read-ladder.server'
import { readReports, type WaitingReports } from './read-reports.server'

/** Something said around the comment that is under review. */
export interface SpokenAround {
  id: string
  author: { name: string; voice: Voice; title: string | null }
  status: ReviewStatus
  stance: Stance | null
  at: Date
  /** Safe HTML of the published text; null where its words are gone or not public. */
  html: string | null
}

export interface PastDecision {
  id: string
  /** The present decision on its text. */
  current: boolean
  /** Until then it can be undone; null once it has settled. */
  settlesAt: Date | null
  mine: boolean
  /** The viewer may put another one in its place. */
  revisable: boolean
  masked: boolean
  forwardNote: string | null
  outcome: ReviewOutcome
  at: Date
  moderator: string
  /** The label of the reason, among moderators. */
  reasonLabel: string | null
  /** What the author read. */
  reasonText: string | null
  note: string | null
  /** Which text of the comment it was on, counted from 1. */
  revisionNumber: number
}

export interface ReviewItem {
  id: string
  /** To be named by the decision. */
  version: number
  status: StandingStatus
  latestStatus: StandingStatus
  topic: {
    id: string
    title: string
    question: string
    stage: Stage
    mode: TopicMode
    studio: string
    paused: boolean
    version: number
    /** The viewer can stop it from taking in comments, or let it go on. */
    pausable: boolean
  }
  author: {
    name: string
    voice: Voice
    title: string | null
    since: Date
    id: string
    /** What of the ladder was proposed for them or imposed on them, the newest first. */
    ladder: LadderEntry[]
    /** How many comments stand published, refused and returned, this one not among them. */
    published: number
    rejected: number
    returned: number
  }
  revision: {
    id: string
    number: number
    text: string
    /** What was typed, where the text differs. */
    originalText: string | null
    html: string
    stance: Stance | null
    kind: CommentKind
    lang: string
    sentAt: Date
    /** What screening found, the strictest first; evidence in offsets of what was typed. */
    findings: ScreenedFinding[]
    /** Photographs and documents, with whether an image is veiled until it is asked for. */
    files: Array<AttachedFile & { veiled: boolean }>
    /** What was typed of them, in their order. */
    fileWords: FileWords[]
  }
  /** What the newest text changed of the one before it; null for a first text. */
  changes: TextPart[] | null
  /** Other texts of it, newest first: earlier ones, and where the public one was reported later ones, too. */
  earlier: Array<{ number: number; status: ReviewStatus; text: string; sentAt: Date }>
  /** Decisions on the comment, newest first: the one on the newest text, too, where there is one. */
  decisions: PastDecision[]
  /** What of it waits, in the kind that was asked for. */
  task: ItemTask | null
  /** What residents say against it, where that waits and was asked for. */
  reports: WaitingReports | null
  /** The text can still be decided on. */
  open: boolean
  /** Why the viewer leaves it to a colleague. */
  recusal: Recusal | null
  /** The words that the author quotes. */
  quoted: SpokenAround | null
  /** The opening comment that this one answers, when it is a reply. */
  root: SpokenAround | null
  /** The reply that this one answers, when it is not the opening comment. */
  repliedTo: SpokenAround | null
  /** The published replies next to it in the conversation, oldest first. */
  neighbours: SpokenAround[]
  /** Opening comments much like this one, the most alike first. */
  similar: SimilarComment[]
  /** It is shown under another one that asks for the same. */
  joined: boolean
  /** What else the author wrote in the topic, newest first. */
  byAuthor: Array<{ id: string; status: StandingStatus; excerpt: string; at: Date }>
  /** 复核: what the forms record; the item then hides what was decided. */
  secondLookId: string | null
}

export interface ItemTask {
  id: string
  kind: TaskKind
  dueAt: Date
  overdue: boolean
  rules: string[]
  senior: boolean
  seniorNote: string | null
  /** Who else has it open now, and until when at most. */
  leasedBy: { name: string; until: Date } | null
}

export type ScreenedFinding = Pick<
  Finding,
  'rule' | 'asks' | 'trial' | 'evidence' | 'files' | 'params'
>

/** Where the newest text can stand when somebody decides on it first. */
const REVIEWABLE: readonly ReviewStatus[] = ['pending', 'published', 'hidden']

const NEIGHBOURS = 4
const BY_AUTHOR = 5

const around = {
  id: true,
  voice: true,
  authorTitle: true,
  status: true,
  stance: true,
  createdAt: true,
  author: { select: { displayName: true } },
  currentRevision: { select: { html: true } },
} as const

/**
 * A comment with all that its reviewer needs beside it. Null for an id that is none or names nothing.
 *
 * @throws AppError forbidden for others than moderators
 */
export async function getReviewItem(
  scope: Scope,
  commentId: string,
  kind: TaskKind = 'pending',
): Promise<ReviewItem | null> {
  const viewer = requireReviewer(scope.viewer)
  if (!isId(commentId)) return null
  const comment = await scope.db.comment.findUnique({
    where: { id: commentId },
    include: {
      topic: {
        select: {
          id: true,
          title: true,
          question: true,
          stage: true,
          mode: true,
          paused: true,
          version: true,
          studioId: true,
          studio: { select: { name: true } },
        },
      },
      author: { select: { displayName: true, createdAt: true } },
      revisions: { orderBy: { number: 'desc' }, include: { attachments: filesAsTyped } },
      appeal: { select: { decisionId: true, assessorId: true, result: true } },
      tasks: {
        where: { kind, closedAt: null },
        include: { leasedBy: { select: { id: true, displayName: true } } },
      },
      decisions: {
        where: { undoneAt: null },
        orderBy: { id: 'desc' },
        include: {
          moderator: { select: { displayName: true } },
          reason: { select: { label: true } },
          revision: { select: { number: true } },
        },
      },
      root: { select: around },
      replyTo: { select: around },
      quotedRevision: {
        select: {
          status: true,
          html: true,
          comment: { select: { ...around, currentRevision: false } },
        },
      },
    },
  })
  const [newest] = comment?.revisions ?? []
  if (!comment || !newest) return null
  const [task] = comment.tasks
  // Reports are of the text that is public, or was until it was hidden; second looks of the one that was decided on; all
  // else is about the newest.
  const reported = kind === 'reported' && task ? task.revisionId : null
  const named = kind === 'secondLook' && task ? task.revisionId : reported
  const latest = comment.revisions.find(({ id }) => id === named) ?? newest
  const former = comment.revisions.find(({ number }) => number === latest.number - 1)
  const before = reported ? null : former
  const [standing, ladder, neighbours, byAuthor, part, findings, similar, reports] =
    await Promise.all([
      readStanding(scope, comment),
      readLadder(scope, comment.authorId),
      readNeighbours(scope, comment),
      readOthersOf(scope, comment),
      partOf(scope, viewer.personId, comment),
      readFindings(scope, latest.id),
      comment.rootId === null
        ? findSimilarComments(scope, {
            id: comment.id,
            topicId: comment.topicId,
            text: latest.text,
            stance: latest.stance,
          })
        : [],
      reported ? readReports(scope, comment.id, reported) : null,
    ])
  // What settled before it was reported is in nobody's way.
  const decided = comment.decisions.some(
    ({ revisionId, current, settledAt }) =>
      revisionId === latest.id && current && !(reported && settledAt),
  )
  const appealed = comment.appeal?.result === null ? comment.appeal : null
  // Whoever may come to decide on an appeal does not know what was decided, until they have said what they think.
  const known = (decision: { id: string; moderatorId: string }) =>
    decision.id !== appealed?.decisionId ||
    decision.moderatorId === viewer.personId ||
    appealed.assessorId === viewer.personId
  const quoted = comment.quotedRevision
  return {
    id: comment.id,
    version: comment.version,
    status: standingOf(comment.status),
    latestStatus: standingOf(comment.latestStatus),
    topic: {
      ...comment.topic,
      studio: comment.topic.studio.name,
      pausable: canPauseTopic(viewer, comment.topic),
    },
    author: {
      name: comment.author.displayName,
      voice: comment.voice,
      title: comment.authorTitle,
      since: comment.author.createdAt,
      id: comment.authorId,
      ladder,
      ...standing,
    },
    revision: {
      id: latest.id,
      number: latest.number,
      text: latest.text,
      originalText: latest.originalText,
      html: latest.html,
      stance: latest.stance,
      kind: latest.kind,
      lang: comment.lang,
      sentAt: latest.createdAt,
      findings,
      files: filesOf(latest.attachments).map((file) => ({
        ...file,
        veiled: isVeiledInQueue({
          distressing: file.distressing,
          reported: kind === 'reported',
          held: findings.some(({ asks, trial }) => asks === 'hold' && !trial),
        }),
      })),
      fileWords: latest.attachments.map(({ attachment }) => ({
        name: attachment.originalName ?? attachment.name,
        alt: attachment.originalAlt ?? attachment.alt,
      })),
    },
    changes: before ? differenceOf(before.text, latest.text) : null,
    earlier: comment.revisions
      .filter(({ id }) => id !== latest.id)
      .map((revision) => ({
        number: revision.number,
        status: revision.status,
        text: revision.text,
        sentAt: revision.createdAt,
      })),
    decisions: comment.decisions.filter(known).map((decision) => ({
      id: decision.id,
      current: decision.current,
      settlesAt: decision.settledAt ? null : decision.settlesAt,
      mine: decision.moderatorId === viewer.personId,
      revisable:
        decision.current &&
        decision.settledAt !== null &&
        decision.revisionId === newest.id &&
        decision.id !== appealed?.decisionId &&
        comment.latestStatus !== 'withdrawn' &&
        canRevise(viewer, { deciderId: decision.moderatorId }),
      masked: decision.masks !== null,
      forwardNote: decision.forwardNote,
      outcome: decision.outcome,
      at: decision.decidedAt,
      moderator: decision.moderator.displayName,
      reasonLabel: decision.reason?.label ?? null,
      reasonText: decision.reasonText,
      note: decision.note,
      revisionNumber: decision.revision.number,
    })),
    task: task ? itemTask(task, viewer.personId, scope.now) : null,
    reports,
    open: !decided && (reported !== null || REVIEWABLE.includes(comment.latestStatus)),
    recusal: recusalOf(viewer, {
      authorId: comment.authorId,
      studioId: comment.topic.studioId,
      ...part,
      senior: task?.senior,
      barredId: task?.barredId,
    }),
    quoted: quoted
      ? spoken({ ...quoted.comment, status: quoted.status, currentRevision: { html: quoted.html } })
      : null,
    root: comment.root && spoken(comment.root),
    repliedTo: comment.replyTo && spoken(comment.replyTo),
    neighbours: neighbours.map(spoken),
    similar,
    joined: comment.demandGroupId !== null,
    byAuthor,
    secondLookId: null,
  }
}

function itemTask(
  task: Omit<ItemTask, 'overdue' | 'leasedBy'> & {
    leasedUntil: Date | null
    leasedBy: { id: string; displayName: string } | null
  },
  viewerId: string,
  now: Date,
): ItemTask {
  const { id, kind, dueAt, rules, senior, seniorNote, leasedBy, leasedUntil } = task
  const others = leasedBy && leasedBy.id !== viewerId && leasedUntil && leasedUntil > now
  return {
    id,
    kind,
    dueAt,
    overdue: dueAt < now,
    rules,
    senior,
    seniorNote,
    leasedBy: others ? { name: leasedBy.displayName, until: leasedUntil } : null,
  }
}

interface Around {
  id: string
  voice: Voice
  authorTitle: string | null
  status: ReviewStatus
  stance: Stance | null
  createdAt: Date
  author: { displayName: string }
  currentRevision: { html: string } | null
}

function spoken(comment: Around): SpokenAround {
  const shown = comment.status === 'published' || comment.status === 'superseded'
  return {
    id: comment.id,
    author: { name: comment.author.displayName, voice: comment.voice, title: comment.authorTitle },
    status: comment.status,
    stance: comment.stance,
    at: comment.createdAt,
    html: shown ? (comment.currentRevision?.html ?? null) : null,
  }
}

async function readStanding(scope: Scope, comment: { id: string; authorId: string }) {
  const [counts] = await scope.db.$queryRaw<
    Array<{ published: number; rejected: number; returned: number }>
  >`
    SELECT count(*) FILTER (WHERE "status" = 'published')::int AS "published",
      count(*) FILTER (WHERE "latestStatus" = 'rejected')::int AS "rejected",
      count(*) FILTER (WHERE "latestStatus" = 'returned')::int AS "returned"
    FROM "comments" WHERE "authorId" = ${comment.authorId} AND "id" <> ${comment.id}`
  return counts ?? { published: 0, rejected: 0, returned: 0 }
}

async function readFindings(scope: Scope, revisionId: string): Promise<ScreenedFinding[]> {
  const rows = await scope.db.screeningFinding.findMany({ where: { revisionId } })
  return rows
    .flatMap(({ rule, asks, trial, evidence, files, params }) =>
      isRuleId(rule)
        ? [
            {
              rule,
              asks: asks as Asks,
              trial,
              evidence: evidence as unknown as Evidence[],
              files: files as unknown as FilePlace[],
              params: params as FindingParams,
            },
          ]
        : [],
    )
    .sort((one, other) => ASKS.indexOf(one.asks) - ASKS.indexOf(other.asks))
}

/** The replies around this one; those of an opening comment that is edited after it has some. */
async function readNeighbours(
  scope: Scope,
  comment: { id: string; rootId: string | null },
): Promise<Around[]> {
  const rootId = comment.rootId ?? comment.id
  const [before, after] = await Promise.all([
    scope.db.comment.findMany({
      where: { rootId, status: 'published', id: { lt: comment.id } },
      orderBy: { id: 'desc' },
      take: NEIGHBOURS,
      select: around,
    }),
    scope.db.comment.findMany({
      where: { rootId, status: 'published', id: { gt: comment.id } },
      orderBy: { id: 'asc' },
      take: NEIGHBOURS,
      select: around,
    }),
  ])
  return [...before.reverse(), ...after]
}

async function readOthersOf(
  scope: Scope,
  comment: { id: string; authorId: string; topicId: string },
) {
  const others = await scope.db.comment.findMany({
    where: { authorId: comment.authorId, topicId: comment.topicId, id: { not: comment.id } },
    orderBy: { id: 'desc' },
    take: BY_AUTHOR,
    select: {
      id: true,
      status: true,
      createdAt: true,
      latestRevision: { select: { html: true } },
    },
  })
  return others.map((other) => ({
    id: other.id,
    status: standingOf(other.status),
    excerpt: quoteExcerpt(textOfHtml(other.latestRevision.html)),
    at: other.createdAt,
  }))
}

/** What part the viewer has in the matter. */
async function partOf(scope: Scope, personId: string, comment: { id: string; topicId: string }) {
  const [own, report] = await Promise.all([
    scope.db.comment.findFirst({
      where: {
        authorId: personId,
        topicId: comment.topicId,
        OR: [{ status: { in: ['published', 'hidden'] } }, { latestStatus: 'pending' }],
      },
      select: { id: true },
    }),
    scope.db.report.findFirst({
      where: { commentId: comment.id, reporterId: personId },
      select: { id: true },
    }),
  ])
  return { viewerSpoke: own !== null, viewerReported: report !== null }
}
