import type { ScreeningFacts } from '~/domain/moderation/screening/facts'
import type { FileWords } from '~/domain/moderation/screening/file-words'
import type { Finding } from '~/domain/moderation/screening/finding'
import { advice } from '~/domain/moderation/screening/disposition'
import { screen } from '~/domain/moderation/screening/screen'
import { constantTimeEqual, keyedHash } from '~/server/keys.server'
import type { Scope } from '~/server/scope.server'
import { screeningKit } from '~/server/screening-kit.server'

/** What an author is told before a text is sent. */
export interface TextAdvice {
  text: string
  /** What is said of its files. */
  files: readonly FileWords[]
  findings: Array<Pick<Finding, 'rule' | 'evidence' | 'files'>>
  /** It is not taken in as it is; else it is with `confirmation`. */
  refused: boolean
  /** Bound to the person and to the words: whoever changes them is told anew. */
  confirmation: string
}

/** What an author can mend lies in the words alone. */
const NOBODY: ScreeningFacts = {
  account: { confirmed: true, createdAt: new Date(0), sanction: null },
  history: { sentAt: [], decided: 0, rejected: 0 },
  duplicates: [],
}

/**
 * What the author should look at before the text is sent; null where there is nothing, or where they have seen it
 * and send it all the same.
 *
 * @param confirmed what came back with the form
 */
export async function getTextAdvice(
  scope: Pick<Scope, 'container' | 'viewer' | 'now'>,
  text: string,
  confirmed: string | undefined,
  files: readonly FileWords[] = [],
): Promise<TextAdvice | null> {
  const kit = await screeningKit(scope.container)
  const { findings, asks } = screen({ original: text, files, now: scope.now, facts: NOBODY }, kit)
  const refused = asks === 'refuse'
  const told = refused
    ? findings.filter(({ asks, trial }) => asks === 'refuse' && !trial)
    : advice(findings)
  if (told.length === 0) return null
  const { keys } = scope.container
  const whole = JSON.stringify([text, ...files.map(({ name, alt }) => [name, alt])])
  const confirmation = keyedHash(keys.csrf, `sent as it is\n${scope.viewer?.personId}\n${whole}`)
  if (!refused && confirmed && constantTimeEqual(confirmed, confirmation)) return null
  return {
    text,
    files,
    findings: told.map(({ rule, evidence, files }) => ({
      rule,
      evidence,
      files: files?.map(({ file, part, start, end }) => ({ file, part, start, end })),
    })),
    refused,
    confirmation,
  }
}
