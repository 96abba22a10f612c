import type { CheckedStep, ReceiptReport } from '~/domain/audit/check-receipt'
import { RECEIPT_ACTIONS } from '~/domain/audit/receipt-proof'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import type { Language } from '~/i18n/languages'
import type { Translate } from '~/i18n/translate'

/** Something that holds, does not, or could not be held against anything. */
export type Mark = 'holds' | 'fails' | 'open'

export interface ReportLine {
  mark: Mark
  words: string
}

/** A report in words: the same on the page, in the browser and on the command line. */
export interface ReportWords {
  mark: Mark
  title: string
  text: string
  steps: Array<ReportLine & { title: string; place: string }>
  head: string
  checks: ReportLine[]
}

export function reportWords(report: ReceiptReport, t: Translate, language: Language): ReportWords {
  const { head, receipt } = report
  const mark = report.holds ? 'holds' : 'fails'
  const signature = report.signature ? 'holds' : 'fails'
  const [key, growth, kept] = [markOf(report.key), markOf(report.growth), markOf(report.kept)]
  return {
    mark,
    title: t(`verify.result.${mark}`),
    text: t(`verify.result.${mark}.text`, { receipt, n: report.steps.length }),
    steps: report.steps.map((step) => stepWords(step, t, language)),
    head: t('verify.head', { at: formatDateTime(new Date(head.at), language), size: head.size }),
    checks: [
      { mark: signature, words: t(`verify.check.signature.${signature}`) },
      { mark: key, words: t(`verify.check.key.${key}`, { key: head.publicKey }) },
      { mark: growth, words: t(`verify.check.growth.${growth}`) },
      { mark: kept, words: t(`verify.check.kept.${kept}`, { n: report.keptCompared }) },
    ],
  }
}

const markOf = (holds: boolean | null): Mark =>
  holds === null ? 'open' : holds ? 'holds' : 'fails'

function stepWords(step: CheckedStep, t: Translate, language: Language) {
  const { at, problem } = step
  // People count entries from one.
  const position = step.position + 1
  const action = RECEIPT_ACTIONS.find((known) => known === step.action)
  return {
    mark: problem ? ('fails' as const) : ('holds' as const),
    title: action ? t(`verify.action.${action}`) : (step.action ?? ''),
    place: at
      ? t('verify.step.at', { at: formatDateTime(new Date(at), language), position })
      : t('verify.step.unread', { position }),
    words: t(problem ? `verify.step.${problem}` : 'verify.step.holds'),
  }
}
