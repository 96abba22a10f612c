import type { summary as source } from '../zh-hans/summary'

export const summary: Record<keyof typeof source, string> = {
  'summary.text.cited':
    '[Lianxin] The outcome of “{title}” has been published and cites your comment. Read it: {link}',
  'summary.missing.noIntroduction': 'The introduction is not written yet.',
  'summary.missing.noPoints': 'There are no points yet; write at least one.',
  'summary.missing.pointWithoutText': 'Point {n} has no text yet.',
  'summary.missing.pointWithoutCitation':
    'Point {n} cites nothing yet; cite at least one published comment.',
  'summary.missing.pointCitesOnlyWithdrawn':
    'All comments cited by point {n} were withdrawn; cite one that is still public.',
  'summary.point.consensus': 'Consensus',
  'summary.point.suggestion': 'Suggestion',
  'summary.point.dissent': 'Dissent',
}
