import { demandBands, TOPIC_BANDS } from '~/domain/moderation/same-demand/signature'
import {
  compareDemands,
  prepareDemand,
  SAME_FROM,
} from '~/domain/moderation/same-demand/similarity'
import { readLabelledPairs, type LabelledPair } from '#tests/fixtures/same-demand-pairs'

// npm run same-demand:measure: how well near-duplicates are told from other demands, on labelled pairs.

const KINDS = {
  c: 'near copies',
  w: 'other words',
  't+': 'templates, same demand',
  't-': 'templates, other demand',
  o: 'other demand',
  x: 'opposite stance',
  u: 'nothing in common',
} as const

const measured = readLabelledPairs().map((pair) => {
  const [a, b] = [prepare(pair.a), prepare(pair.b)]
  return { ...pair, taken: compareDemands(a, b).same && haveBandInCommon(pair) }
})

print(
  'tuned on',
  measured.filter(({ heldOut }) => !heldOut),
)
print(
  'held out',
  measured.filter(({ heldOut }) => heldOut),
)
printStrangers()

function prepare(text: string) {
  return prepareDemand({ text, stance: null })
}

function haveBandInCommon({ a, b }: LabelledPair): boolean {
  const bands = new Set(demandBands(a, 'topic').slice(0, TOPIC_BANDS))
  return demandBands(b, 'topic').some((band) => bands.has(band))
}

function print(name: string, pairs: typeof measured): void {
  const same = pairs.filter((pair) => pair.same)
  const taken = pairs.filter((pair) => pair.taken)
  const right = taken.filter((pair) => pair.same)
  write(
    `${name}: ${pairs.length} pairs, ${same.length} of them the same demand (from ${SAME_FROM})`,
  )
  write(
    `  precision ${share(right.length, taken.length)}   recall ${share(right.length, same.length)}`,
  )
  for (const [kind, label] of Object.entries(KINDS)) {
    const ofKind = pairs.filter((pair) => pair.kind === kind)
    const found = ofKind.filter((pair) => pair.taken).length
    if (ofKind.length > 0) write(`  ${label}: ${found} of ${ofKind.length} taken for the same`)
  }
}

/** Comments of different groups: what a queue holds most of. */
function printStrangers(): void {
  const openings = [...new Set(measured.filter(({ heldOut }) => heldOut).map(({ a }) => a))]
  const prepared = openings.map(prepare)
  let pairs = 0
  let taken = 0
  prepared.forEach((a, i) => {
    for (const b of prepared.slice(i + 1)) {
      pairs++
      if (compareDemands(a, b).same) taken++
    }
  })
  write(`held-out comments of different groups: ${taken} of ${pairs} pairs taken for the same`)
}

function share(part: number, whole: number): string {
  return `${whole === 0 ? '-' : (part / whole).toFixed(3)} (${part} of ${whole})`
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
