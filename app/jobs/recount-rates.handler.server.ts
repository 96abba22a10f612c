import { recountRates } from '~/queries/recount-rates.server'
import type { Container } from '~/server/container.server'

const KEPT_DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Compares the kept tallies of the rates with what is there, both read by one statement, and records in how many they
 * differ. The page says so; nothing is put right in silence.
 */
export async function handleRecountRates(container: Container): Promise<number> {
  const at = container.clock()
  const db = container.database.prisma
  const { drift, wrong } = await recountRates(db)
  if (drift > 0) container.log.error({ drift, wrong }, 'the tallies of the rates have drifted')
  const detail = wrong.map((each) => ({ ...each }))
  await db.rateRecount.upsert({
    where: { at },
    create: { at, drift, detail },
    update: { drift, detail },
  })
  const old = new Date(at.getTime() - KEPT_DAYS * DAY_MS)
  await db.rateRecount.deleteMany({ where: { at: { lt: old } } })
  // What came back to nothing, such as the days of what was open, is no longer looked at.
  await db.rateTally.deleteMany({ where: { count: 0 } })
  container.pages.drop(['rates'])
  return drift
}
