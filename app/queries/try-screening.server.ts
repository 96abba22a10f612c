import type { FileWords } from '~/domain/moderation/screening/file-words'
import type { Finding } from '~/domain/moderation/screening/finding'
import { PERSONAL_RULES } from '~/domain/moderation/screening/phases/personal'
import { WORD_RULES } from '~/domain/moderation/screening/phases/words'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { screen } from '~/domain/moderation/screening/screen'
import { compileWords } from '~/domain/moderation/screening/word-matcher'
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

/** Rules that ask only for the text: the others would need what was known when it was sent. */
export const TRIABLE: readonly RuleId[] = [
  'wordless',
  'padding',
  'links',
  ...PERSONAL_RULES,
  ...Object.values(WORD_RULES),
]

/**
 * What a rule or words would have found in the latest 1,000 comments.
 *
 * @throws AppError forbidden
 */
export async function tryScreening(scope: Scope, trial: Trial): Promise<TrialResult> {
  requireScreeningKeeper(scope.viewer)
  const kit = await screeningKit(scope.container)
  const rows = await scope.db.$queryRaw<
    Array<{ commentId: string; text: string; files: FileWords[] }>
  >`
    SELECT c."id" AS "commentId", coalesce(r."originalText", r."text") AS "text",
           (SELECT coalesce(json_agg(json_build_object('name', coalesce(a."originalName", a."name"),
                     'alt', coalesce(a."originalAlt", a."alt")) ORDER BY ra."position"), '[]')
              FROM "revision_attachments" ra JOIN "attachments" a ON a."id" = ra."attachmentId"
             WHERE ra."revisionId" = r."id") AS "files"
      FROM "comments" c JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
     WHERE c."latestStatus" <> 'withdrawn'
     ORDER BY c."id" DESC LIMIT ${LATEST}`
  const rule = 'rule' in trial ? trial.rule : WORD_RULES.hold
  const words =
    'rule' in trial
      ? kit.words
      : compileWords(trial.words.map((word) => ({ word, list: 'hold' as const })))
  const only = Object.fromEntries(
    Object.entries(kit.rules).map(([id, setting]) => [
      id,
      { ...setting, mode: id === rule ? 'trial' : 'off' },
    ]),
  ) as typeof kit.rules
  const facts = {
    account: { confirmed: true, createdAt: new Date(0), sanction: null },
    history: { sentAt: [], decided: 0, rejected: 0 },
    duplicates: [],
  }
  const found = rows.flatMap(({ commentId, text, files }) => {
    const input = { original: text, files, now: scope.now, facts }
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
