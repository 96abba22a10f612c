import type { FileWords } from '~/domain/moderation/screening/file-words'
import type { Finding } from '~/domain/moderation/screening/finding'
import { PERSONAL_RULES } from '~/domain/moderation/screening/phases/personal'
import { WORD_RULES } from '~/domain/moderation/screening/phases/words'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { screen } from '~/domain/moderation/screening/screen'
import { compileWords, type WordMatcher } from '~/domain/moderation/screening/word-matcher'
import { requireScreeningKeeper } from '~/policies/screening'
import type { Scope } from '~/server/scope.server'
import { screeningKit } from '~/server/screening-kit.server'

/** What is tried: a rule as it is set, as if it were on; or words, as if they were listed. */
export type Trial = { rule: RuleId } | { words: readonly string[] }

export interface TrialResult {
  rule: RuleId
  /** How many texts were looked at, and in how many something was found. */
  texts: number
  found: number
  samples: Array<{
    commentId: string
    text: string
    files: FileWords[]
    finding: Pick<Finding, 'rule' | 'evidence' | 'files'>
  }>
}

const LATEST = 1000
const SAMPLES = 20

/** No rule on bursts looks at more, or further back. */
const BURST_MOST = 50
const BURST_MINUTES = 60

/**
 * Rules that ask for the text, or for what is still known of when it was sent. The others would need what was true
 * then, or texts compared by the ten thousand: those are put on trial.
 */
export const TRIABLE: readonly RuleId[] = [
  'wordless',
  'padding',
  'links',
  ...PERSONAL_RULES,
  ...Object.values(WORD_RULES),
  'burst',
  'newAccount',
]

interface Row {
  commentId: string
  text: string
  files: FileWords[]
  createdAt: Date
  accountCreatedAt: Date
  /** When the author sent others shortly before it, in milliseconds. */
  sentAt: number[]
}

/**
 * What a rule or words would have found in the latest 1,000 comments.
 *
 * @throws AppError forbidden
 */
export async function tryScreening(scope: Scope, trial: Trial): Promise<TrialResult> {
  requireScreeningKeeper(scope.viewer)
  const kit = await screeningKit(scope.container)
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT c."id" AS "commentId", coalesce(r."originalText", r."text") AS "text", c."createdAt",
           p."createdAt" AS "accountCreatedAt",
           (SELECT coalesce(json_agg((extract(epoch FROM o."createdAt") * 1000)::bigint), '[]')
              FROM (SELECT e."createdAt" FROM "comments" e
                     WHERE e."authorId" = c."authorId" AND e."id" < c."id"
                     ORDER BY e."id" DESC LIMIT ${BURST_MOST}) o
             WHERE o."createdAt" > c."createdAt" - interval '1 minute' * ${BURST_MINUTES}) AS "sentAt",
           (SELECT coalesce(json_agg(json_build_object('name', coalesce(a."originalName", a."name"),
                     'alt', coalesce(a."originalAlt", a."alt")) ORDER BY ra."position"), '[]')
              FROM "revision_attachments" ra JOIN "attachments" a ON a."id" = ra."attachmentId"
             WHERE ra."revisionId" = r."id") AS "files"
      FROM "comments" c
      JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
      JOIN "people" p ON p."id" = c."authorId"
     WHERE c."latestStatus" <> 'withdrawn'
     ORDER BY c."id" DESC LIMIT ${LATEST}`
  const rule = 'rule' in trial ? trial.rule : WORD_RULES.hold
  const words = 'rule' in trial ? kit.words : await wordsOnTrial(scope, trial.words)
  const only = Object.fromEntries(
    Object.entries(kit.rules).map(([id, setting]) => [
      id,
      { ...setting, mode: id === rule ? 'trial' : 'off' },
    ]),
  ) as typeof kit.rules
  const found = rows.flatMap(({ commentId, text, files, createdAt, accountCreatedAt, sentAt }) => {
    const facts = {
      account: { confirmed: true, createdAt: accountCreatedAt, sanction: null },
      history: { sentAt: sentAt.map((at) => new Date(at)), decided: 0, rejected: 0 },
      duplicates: [],
    }
    const input = { original: text, files, now: createdAt, facts }
    return screen(input, { ...kit, rules: only, words }).findings.map(
      ({ rule, evidence, files: places }) => ({
        commentId,
        text,
        files,
        finding: { rule, evidence, ...(places && { files: places }) },
      }),
    )
  })
  return { rule, texts: rows.length, found: found.length, samples: found.slice(0, SAMPLES) }
}

/** The words as if they were listed, beside the 豁免词 that are: what lies within one of those is no finding. */
async function wordsOnTrial(scope: Scope, words: readonly string[]): Promise<WordMatcher> {
  const allowed = await scope.db.listedWord.findMany({
    where: { active: true, list: 'allow' },
    select: { word: true },
  })
  return compileWords([
    ...words.map((word) => ({ word, list: 'hold' as const })),
    ...allowed.map(({ word }) => ({ word, list: 'allow' as const })),
  ])
}
