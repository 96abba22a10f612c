import type { DeclaredResult } from '~/domain/response/response'
import { plainExcerpt } from '~/domain/shared/clean-text'
import type { Verdict } from '~/domain/topic/stage'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import { listStudios, type StudioLine } from './list-studios.server'
import { readTopicLines, type TopicLine } from './list-topics.server'

/** A published answer with the question that it answers. */
export interface AnswerLine {
  id: string
  topicId: string
  topicTitle: string
  question: string
  lang: string
  department: string
  publishedAt: Date
  result: DeclaredResult
  excerpt: string
}

/** What came of a topic. */
export interface OutcomeLine {
  topicId: string
  topicTitle: string
  lang: string
  verdict: Verdict
  publishedAt: Date
  excerpt: string
  points: number
}

export interface HomeView {
  /** Open for a say now, soonest to close first, then those without an end. */
  open: TopicLine[]
  /** More are open than are shown. */
  moreOpen: boolean
  answers: AnswerLine[]
  outcomes: OutcomeLine[]
  studios: StudioLine[]
  /** How many people spoke in all topics, and how many answers were given. */
  totals: { voices: number; answers: number; topics: number }
}

const OPEN_SHOWN = 8
const ANSWERS_SHOWN = 4
const OUTCOMES_SHOWN = 4
const EXCERPT_CHARACTERS = 90

/** The front page: what is open now, the newest answers, what came of it, and where the studios are. */
export async function getHome(scope: Pick<Scope, 'db' | 'now'>): Promise<HomeView> {
  const [open, answers, outcomes, studios, totals] = await Promise.all([
    readTopicLines(
      scope,
      Prisma.sql`
        WHERE t."stage" IN ('collecting', 'deliberating') AND NOT t."paused" AND t."mode" <> 'readOnly'
          AND t."openedAt" <= ${scope.now} AND (t."closesAt" IS NULL OR t."closesAt" > ${scope.now})
        ORDER BY t."closesAt" NULLS LAST, t."hot" DESC, t."id" DESC LIMIT ${OPEN_SHOWN + 1}`,
    ),
    readAnswers(scope),
    readOutcomes(scope),
    listStudios(scope),
    readTotals(scope),
  ])
  return {
    open: open.slice(0, OPEN_SHOWN),
    moreOpen: open.length > OPEN_SHOWN,
    answers,
    outcomes,
    studios,
    totals,
  }
}

async function readAnswers(scope: Pick<Scope, 'db'>): Promise<AnswerLine[]> {
  const rows = await scope.db.$queryRaw<Array<Omit<AnswerLine, 'excerpt'> & { text: string }>>`
    SELECT r."id", r."topicId", t."title" AS "topicTitle", t."question", t."lang",
           d."name" AS "department", r."publishedAt", v."declaredResult"::text AS "result",
           left(x."text", 4400) AS "text"
      FROM "responses" r
      JOIN "topics" t ON t."id" = r."topicId"
      JOIN "departments" d ON d."id" = r."departmentId"
      JOIN "response_versions" v ON v."id" = r."publishedVersionId"
      JOIN "response_drafts" x ON x."id" = v."draftId"
     WHERE r."publishedAt" IS NOT NULL
     ORDER BY r."publishedAt" DESC, r."id" DESC LIMIT ${ANSWERS_SHOWN}`
  return rows.map(({ text, ...row }) => ({
    ...row,
    excerpt: plainExcerpt(text, EXCERPT_CHARACTERS),
  }))
}

async function readOutcomes(scope: Pick<Scope, 'db'>): Promise<OutcomeLine[]> {
  const rows = await scope.db.$queryRaw<
    Array<Omit<OutcomeLine, 'excerpt'> & { introduction: string }>
  >`
    SELECT o."topicId", t."title" AS "topicTitle", t."lang", o."verdict"::text, o."publishedAt",
           left(o."introduction", 4400) AS "introduction",
           (SELECT count(*)::int FROM "summary_points" p WHERE p."summaryId" = o."id") AS "points"
      FROM "outcome_summaries" o JOIN "topics" t ON t."id" = o."topicId"
     WHERE o."status" = 'published'
     ORDER BY o."publishedAt" DESC, o."id" DESC LIMIT ${OUTCOMES_SHOWN}`
  return rows.map(({ introduction, ...row }) => ({
    ...row,
    excerpt: plainExcerpt(introduction, EXCERPT_CHARACTERS),
  }))
}

async function readTotals(scope: Pick<Scope, 'db'>): Promise<HomeView['totals']> {
  const [row] = await scope.db.$queryRaw<[HomeView['totals']]>`
    SELECT coalesce(sum("voiceCount"), 0)::int AS "voices",
           coalesce(sum("responseCount"), 0)::int AS "answers", count(*)::int AS "topics"
      FROM "topics"`
  return row
}
