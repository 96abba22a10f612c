import { createHash } from 'node:crypto'
import type { WordList } from '~/domain/moderation/screening/asks'
import { foldWord } from '~/domain/moderation/screening/fold'
import { ruleSettings } from '~/domain/moderation/screening/rules'
import type { ScreeningKit } from '~/domain/moderation/screening/screen'
import { compileWords } from '~/domain/moderation/screening/word-matcher'
import type { PageCache } from './cache/page-cache.server'
import type { Container } from './container.server'

/** Touched by whoever changes rules or words: every process then compiles them anew. */
export const SCREENING_TAG = 'screening'

/** Departments and their telephones are dropped under the tag of what every page shows. */
const SITE_TAG = 'site'

/** The net below the notifications: real time, whatever the site's clock says. */
const MAX_AGE_MS = 10 * 60_000

interface Compiled {
  generation: string
  expiresAt: number
  kit: Promise<ScreeningKit>
}

const byCache = new WeakMap<PageCache, Compiled>()

/**
 * What texts are screened by, compiled once a process and again when somebody changes it. To be asked for outside
 * a transaction: the embedded database has one connection.
 */
export async function screeningKit(
  container: Pick<Container, 'database' | 'env' | 'pages' | 'externalScreening'>,
): Promise<ScreeningKit> {
  const { pages } = container
  const generation = `${pages.generation(SCREENING_TAG)} ${pages.generation(SITE_TAG)}`
  const nowMs = performance.now()
  const kept = byCache.get(pages)
  if (kept && kept.generation === generation && kept.expiresAt > nowMs) return kept.kit
  const compiled = { generation, expiresAt: nowMs + MAX_AGE_MS, kit: compile(container) }
  byCache.set(pages, compiled)
  compiled.kit.catch(() => {
    if (byCache.get(pages) === compiled) byCache.delete(pages)
  })
  return compiled.kit
}

async function compile({
  database,
  env,
  externalScreening,
}: Pick<Container, 'database' | 'env' | 'externalScreening'>): Promise<ScreeningKit> {
  const db = database.prisma
  const [rules, words, departments] = await Promise.all([
    db.screeningRule.findMany(),
    db.listedWord.findMany({ where: { active: true }, select: { word: true, list: true } }),
    db.department.findMany({
      where: { active: true, telephone: { not: null } },
      select: { telephone: true },
    }),
  ])
  const telephones = [env.SITE_TELEPHONE, ...departments.map(({ telephone }) => telephone ?? '')]
  return {
    rules: ruleSettings(rules),
    words: compileWords(words as Array<{ word: string; list: WordList }>),
    official: new Set(telephones.flatMap(waysToWrite)),
    external: externalScreening !== null,
  }
}

/** The digits of a telephone number, with and without the area code. Several may stand in one field. */
function waysToWrite(telephone: string): string[] {
  return telephone.split(/[,，;；、/\n]/u).flatMap((each) => {
    const digits = each.normalize('NFKC').replace(/\D/g, '')
    const local = /^0(?:10|2\d|\d{3})(\d{7,8})$/.exec(digits)?.[1]
    return [digits, ...(local ? [local] : [])].filter((number) => number.length >= 7)
  })
}

/** The same for texts that are the same once width, case, 繁简 and signs are folded; null where nothing is left. */
export function fingerprintOf(text: string): string | null {
  const folded = foldWord(text)
  return folded === '' ? null : createHash('sha256').update(folded).digest('base64url').slice(0, 22)
}
