import { ruleSettings } from '~/domain/moderation/screening/rules'
import { screen } from '~/domain/moderation/screening/screen'
import { compileWords } from '~/domain/moderation/screening/word-matcher'
import { median, type Row } from '../row'

const WORDS = 20_000
const CHARACTERS = 200
const TEXTS = 500
const ROUNDS = 5

/** The whole pipeline on texts of 200 characters, facts given, with 20,000 listed words, on one core. */
export function benchScreening(): Row[] {
  const pick = randomPicker()
  const characters = Array.from({ length: 3000 }, (_, index) =>
    String.fromCharCode(0x4e00 + index * 5),
  )
  const word = () =>
    Array.from({ length: 2 + pick(4) }, () => characters[pick(characters.length)]).join('')
  const started = performance.now()
  const words = compileWords(Array.from({ length: WORDS }, () => ({ word: word(), list: 'hold' })))
  const compileMs = performance.now() - started
  const kit = { rules: ruleSettings(), words, official: new Set<string>() }
  const facts = {
    account: { confirmed: true, createdAt: new Date(0), sanction: null },
    history: { sentAt: [], decided: 0, rejected: 0 },
    duplicates: [],
  }
  const texts = Array.from({ length: TEXTS }, (_, n) => textOf(n, word))
  const now = new Date()
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const from = performance.now()
    for (const original of texts) screen({ original, now, facts }, kit)
    // The first round warms up.
    if (round > 0) rates.push((TEXTS * 1000) / (performance.now() - from))
  }
  return [
    {
      what: 'screening, 20,000 words, texts of 200 characters, one core',
      value: median(rates),
      unit: 'a second',
      atLeast: 5000,
      note: `the words compile in ${compileMs.toFixed(0)} ms`,
    },
  ]
}

/** A comment as people write them, with a number in every fourth. */
function textOf(n: number, word: () => string): string {
  let text = n % 4 === 0 ? `有事打我电话1380013${String(n).padStart(4, '0')}。` : ''
  while (text.length < CHARACTERS) {
    text += `东门的照明从去年${(n % 12) + 1}月起就不太好用，我们楼里${n}户都提过，希望能早点修好；${word()}。`
  }
  return text.slice(0, CHARACTERS)
}

/** The same numbers in every run. */
function randomPicker(): (below: number) => number {
  let seed = 1
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >>> 8) % below
  }
}
