import { createHash } from 'node:crypto'
import { receiptChecker } from '~/generated/receipt-checker'
import { CATALOGUES } from '~/i18n/catalogues'
import type { Language } from '~/i18n/languages'
import { translator } from '~/i18n/translate'
import { paths } from '~/paths'
import tokens from '~/styles/tokens.css?raw'
import favicon from '../../public/favicon.svg?raw'
import css from './document.css?raw'
import { escapeHtml } from './report-html'

/** The fields as they were typed, to be shown again. */
export interface TypedCheck {
  receipt: string
  key: string
}

export interface CheckDocument {
  mode: { language: Language; theme: string; elder: boolean }
  /** The token of the reader's session, where there is one. */
  csrf: string | null
  typed?: TypedCheck
  /** What came of the check that the server made, as HTML. */
  resultHtml?: string
}

const style = `${tokens}\n${css}`
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Its one script and its one style sheet, by their hashes; nothing from anywhere, and nothing to anywhere. */
const POLICY = [
  `default-src 'none'`,
  `script-src ${hashOf(receiptChecker)}`,
  `style-src ${hashOf(style)}`,
  `img-src data:`,
  `connect-src 'none'`,
  `base-uri 'none'`,
]

/** The policy of the page as it is served; as it was saved, it brings its own in a `meta` element. */
export const CHECK_DOCUMENT_POLICY = [
  ...POLICY,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ')

const ICON = `data:image/svg+xml,${encodeURIComponent(favicon)}`

/** What the script says, in the page's language: a part of the catalogue. */
function scriptWords(language: Language): string {
  const words = Object.entries<string>(CATALOGUES[language]).filter(([key]) =>
    key.startsWith('verify.'),
  )
  return JSON.stringify(Object.fromEntries(words)).replaceAll('<', '\\u003c')
}

/**
 * The page that checks receipts: one file of HTML with its style, its script and its words, which works the same
 * when it was saved to disk and there is no network.
 */
export function checkDocument(options: CheckDocument): string {
  const { mode, csrf, typed = { receipt: '', key: '' }, resultHtml = '' } = options
  const translate = translator(CATALOGUES[mode.language])
  const t: typeof translate = (key, params) => escapeHtml(translate(key, params))
  const list = (...texts: string[]) =>
    `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`
  return `<!DOCTYPE html>
<html lang="${mode.language}" data-theme="${mode.theme}" data-elder="${mode.elder ? 'on' : 'off'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY.join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t('verify.title')} - ${t('common.siteName')}</title>
<meta name="description" content="${t('verify.lede')}">
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>
<body>
<header class="bar"><p><a href="${paths.home()}">${t('common.siteName')}</a> <a href="${paths.openness()}">${t('verify.openness')}</a></p></header>
<main>
<h1>${t('verify.title')}</h1>
<p class="lede">${t('verify.lede')}</p>
<p class="promise" data-with-script hidden>${t('verify.local')}</p>
<p class="promise server" data-without-script>${t('verify.server')}</p>
<form method="post" action="${paths.verifyReceipt()}" enctype="multipart/form-data">
${csrf ? `<input type="hidden" name="csrf" value="${escapeHtml(csrf)}">` : ''}
<div data-with-script hidden><label for="file">${t('verify.file')}</label><p class="quiet" id="file-hint">${t('verify.file.hint')}</p><input type="file" id="file" accept=".json,application/json" aria-describedby="file-hint"></div>
<div><label for="receipt">${t('verify.text')}</label><p class="quiet" id="receipt-hint">${t('verify.text.hint')}</p><textarea id="receipt" name="receipt" rows="5" spellcheck="false" autocomplete="off" aria-describedby="receipt-hint">
${escapeHtml(typed.receipt)}</textarea></div>
<div><label for="key">${t('verify.key')}</label><p class="quiet" id="key-hint">${t('verify.key.hint')}</p><input id="key" name="key" value="${escapeHtml(typed.key)}" spellcheck="false" autocomplete="off" aria-describedby="key-hint"></div>
<button>${t('verify.submit')}</button>
</form>
<div id="result" tabindex="-1" aria-live="polite">${resultHtml}</div>
<section><h2>${t('verify.proves.title')}</h2>${list(t('verify.proves.recorded'), t('verify.proves.whole'), t('verify.proves.signed'))}</section>
<section><h2>${t('verify.not.title')}</h2>${list(t('verify.not.words'), t('verify.not.right'), t('verify.not.all'), t('verify.not.views'), t('verify.not.clock'))}</section>
<section><h2>${t('verify.offline.title')}</h2><p>${t('verify.offline.page')}</p><p>${t('verify.offline.command')}</p><code>npm run receipt:verify -- lianxin-receipt.json</code></section>
</main>
<footer><p><a href="${paths.home()}">${t('verify.home')}</a> <a href="${paths.openness()}">${t('verify.openness')}</a></p></footer>
<script type="application/json" id="words">${scriptWords(mode.language)}</script>
<script>${receiptChecker}</script>
</body>
</html>
`
}
