import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkReceipt } from '~/domain/audit/check-receipt'
import { readPublicKey } from '~/domain/audit/public-key'
import { readTreeHead, type SignedTreeHead } from '~/domain/audit/tree-head'
import { en } from '~/i18n/en'
import { translator } from '~/i18n/translate'
import { zhHans } from '~/i18n/zh-hans'
import { reportWords, type ReportLine } from '~/receipt-check/report-lines'
import { sha256 } from '~/server/audit/hashing.server'
import { isSignature } from '~/server/audit/signing-key.server'

// npm run receipt:verify -- <file.json>: checks a receipt with its proof. Needs no site and no network.
//   --key <key>     the site's public key, as 64 hexadecimal digits, in Base64, or a file in PEM
//   --heads <file>  heads that were kept elsewhere (npm run audit:export-heads), to hold it against
//   --english       says it in English
// Ends with 0 where all that could be checked holds, with 1 where something does not, with 2 where the file
// could not be read or is no receipt.

const MARKS = { holds: '✓', fails: '✗', open: '○' } as const

try {
  process.exitCode = run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      heads: { type: 'string' },
      english: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) {
    throw new Error(
      'Usage: npm run receipt:verify -- <file.json> [--key <key>] [--heads <heads.jsonl>]',
    )
  }
  const language = values.english ? 'en' : 'zh-Hans'
  const t = translator(values.english ? en : zhHans)
  const checked = checkReceipt(
    readFileSync(file, 'utf8'),
    { sha256, isSignatureOf: isSignature },
    {
      publicKey: values.key === undefined ? undefined : keyOf(values.key, t('verify.key.wrong')),
      heads: values.heads === undefined ? undefined : readHeads(values.heads),
    },
  )
  if (checked.kind === 'unreadable') throw new Error(t(`verify.problem.${checked.problem}`))
  const words = reportWords(checked.report, t, language)
  const line = ({ mark, words: said }: ReportLine) => `  ${MARKS[mark]} ${said}`
  const lines = [
    `${MARKS[words.mark]} ${words.title}`,
    words.text,
    '',
    ...words.steps.flatMap((step) => [`${step.title}  ${step.place}`, line(step)]),
    '',
    words.head,
    ...words.checks.map(line),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return checked.report.holds ? 0 : 1
}

/** A key as it was typed, or a file that holds one. */
function keyOf(given: string, wrong: string): string {
  const key = readPublicKey(given) ?? readPublicKey(readFileSync(given, 'utf8'))
  if (!key) throw new Error(wrong)
  return key
}

function readHeads(file: string): SignedTreeHead[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((text, at) => {
    if (text.trim() === '') return []
    const head = readTreeHead(JSON.parse(text))
    if (!head) throw new Error(`${file}: line ${at + 1} is no head`)
    return [head]
  })
}
