import type { CheckedReceipt } from '~/domain/audit/check-receipt'
import type { Language } from '~/i18n/languages'
import type { Translate } from '~/i18n/translate'
import { reportWords, type Mark, type ReportLine } from './report-lines'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand in HTML, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** What came of a check, as HTML: the server's answer to a form, and what the script puts into the page. */
export function checkedHtml(checked: CheckedReceipt, t: Translate, language: Language): string {
  if (checked.kind === 'unreadable') return problemHtml(t(`verify.problem.${checked.problem}`))
  const words = reportWords(checked.report, t, language)
  const steps = words.steps.map(
    (step) =>
      `<li><p><b>${escapeHtml(step.title)}</b> <span class="quiet">${escapeHtml(step.place)}</span></p>${lineHtml(step, t)}</li>`,
  )
  const checks = words.checks.map((line) => `<li>${lineHtml(line, t)}</li>`)
  return [
    `<div class="verdict ${words.mark}"><h2>${figure(words.mark)}${escapeHtml(words.title)}</h2>`,
    `<p>${escapeHtml(words.text)}</p></div>`,
    `<h3>${escapeHtml(t('verify.steps'))}</h3><ol>${steps.join('')}</ol>`,
    `<h3>${escapeHtml(t('verify.checks'))}</h3><p class="quiet">${escapeHtml(words.head)}</p>`,
    `<ul>${checks.join('')}</ul>`,
  ].join('')
}

/** What keeps a check from being made. */
export function problemHtml(words: string): string {
  return `<div class="verdict fails"><p>${figure('fails')}${escapeHtml(words)}</p></div>`
}

function lineHtml({ mark, words }: ReportLine, t: Translate): string {
  return `<p class="line ${mark}">${figure(mark)}<span><b>${escapeHtml(t(`verify.mark.${mark}`))}</b> ${escapeHtml(words)}</span></p>`
}

/** A tick, a cross, an empty ring: told by shape and word, then by colour. */
const FIGURES: Record<Mark, string> = {
  holds: 'M5 12.5l4.5 4.5L19 7.5',
  fails: 'M6 6l12 12M18 6L6 18',
  open: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
}

function figure(mark: Mark): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${FIGURES[mark]}"/></svg>`
}
