import { ruleSettings } from '~/domain/moderation/screening/rules'
import { screen } from '~/domain/moderation/screening/screen'
import { compileWords } from '~/domain/moderation/screening/word-matcher'
import { median, type Row } from '../row'
import { listedWords, screenedText } from './screened-texts'

const TEXTS = 500
const ROUNDS = 5

/** The whole pipeline on texts of 200 characters, facts given, with 20,000 listed words, on one core. */
export function benchScreening(): Row[] {
  const listed = listedWords()
  const started = performance.now()
  const words = compileWords(listed.map((word) => ({ word, list: 'hold' })))
  const compileMs = performance.now() - started
  const kit = { rules: ruleSettings(), words, official: new Set<string>(), external: false }
  const facts = {
    account: { confirmed: true, createdAt: new Date(0), sanction: null },
    history: { sentAt: [], decided: 0, rejected: 0 },
    duplicates: [],
  }
  const texts = Array.from({ length: TEXTS }, (_, n) => screenedText(n, listed[n] ?? ''))
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
