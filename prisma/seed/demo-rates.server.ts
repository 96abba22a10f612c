import { carryRates, type CarriedSums } from '~/commands/carry-rates.server'
import type { Measure, RateFact } from '~/domain/response/rate-facts'
import { monthsUntil } from '~/domain/response/rates'
import { shanghaiMonth } from '~/domain/shared/shanghai-time'
import type { Container } from '~/server/container.server'
import { named, scopeAt, type DemoCast } from './demo-cast.server'

/** The months of two years that are over. */
const MONTHS = 24

/** Who was asked what where, and how many matters a month, about. */
const OFFICES: ReadonlyArray<
  readonly [department: string, category: string, district: string, matters: number]
> = [
  ['wc-zhujian', 'housing', 'wutongli', 9],
  ['wc-zhujian', 'housing', 'qinghe', 6],
  ['wc-jiaotong', 'transport', 'huaian', 8],
  ['wc-jiaoguan', 'transport', 'liudi', 5],
  ['wc-minzheng', 'elderly', 'wutongli', 6],
  ['wc-xiaofang', 'safety', 'nanyuanqiao', 5],
  ['wc-chengguan', 'environment', 'huilan', 10],
  ['wc-chengguan', 'environment', 'qinghe', 7],
  ['wc-jiaowei', 'education', 'huaian', 4],
  ['jd-qinghe', 'commerce', 'qinghe', 5],
]

/**
 * What the demo's departments answered in a system they had before, brought over as sums: the topics alone are too few
 * for rates by month.
 */
export async function seedRates(container: Container, cast: DemoCast, now: Date): Promise<void> {
  const months = monthsUntil(shanghaiMonth(now), MONTHS + 1).slice(0, MONTHS)
  const sums = OFFICES.map(([department, category, district, matters], office): CarriedSums => ({
    departmentId: named(cast.departments, department),
    categoryId: named(cast.categories, category),
    districtId: named(cast.districts, district),
    facts: months.flatMap((month, index) => monthOf(month, index, office, matters)),
  }))
  const administrator = [...cast.people.values()].find(({ grants }) =>
    grants.some(({ role }) => role === 'admin'),
  )
  await carryRates(scopeAt(container, administrator ?? null, now), sums, '原办理系统的月度合计')
}

/** A month of an office: a little better from quarter to quarter, and never the same. */
function monthOf(month: string, index: number, office: number, matters: number): RateFact[] {
  const facts: RateFact[] = []
  const count = (measure: Measure, value = 0) => {
    const same = facts.find((each) => each.measure === measure && each.value === value)
    if (same) same.count += 1
    else facts.push({ measure, month, value, count: 1 })
  }
  const asked = matters + ((index * 5 + office * 3) % 4)
  for (let n = 0; n < asked; n += 1) {
    // Of a hundred, spread evenly over what is asked.
    const lot = (n * 37 + index * 13 + office * 29) % 100
    const better = index / 2
    count(lot < 76 + better ? 'inTime' : 'late')
    count('days', lot < 76 + better ? 3 + (lot % 17) - Math.floor(better / 6) : 22 + (lot % 11))
    count(DECLARED[(lot < 48 + better ? 0 : 1 + (lot % 3)) % DECLARED.length] ?? 'declared.planned')
    if (lot % 5 < 2) continue
    count(graded('resolution', lot + 24 - better))
    count(graded('attitude', lot - 6 - better))
    count(graded('speed', lot + 12 - better))
  }
  if ((index + office) % 5 === 0) count('returned')
  if ((index + office) % 7 === 0) count('withdrawn')
  if ((index + office) % 3 === 0) count('joint')
  return facts
}

const DECLARED = [
  'declared.resolved',
  'declared.resolving',
  'declared.planned',
  'declared.reference',
] as const

function graded(aspect: 'resolution' | 'attitude' | 'speed', lot: number): Measure {
  if (lot < 55) return `${aspect}.satisfied`
  return lot < 82 ? `${aspect}.mostlySatisfied` : `${aspect}.dissatisfied`
}
