import { checkReceipt } from '~/domain/audit/check-receipt'
import { isSignatureOf } from '~/domain/audit/ed25519'
import { readPublicKey } from '~/domain/audit/public-key'
import { RECEIPT_MAX_CHARACTERS } from '~/domain/audit/receipt-proof'
import { sha256 } from '~/domain/audit/sha2'
import type { Language } from '~/i18n/languages'
import { fillMessage, type Translate } from '~/i18n/translate'
import { checkedHtml, problemHtml } from './report-html'

// The script of the page that checks receipts, bundled into the page itself (`npm run generate`). It asks nothing
// of any network: the page may have been saved to disk. Without it the form goes to the server.

/** A file of more bytes has more characters than a receipt may have. */
const MAX_BYTES = 4 * RECEIPT_MAX_CHARACTERS

function element<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

const messages = JSON.parse(element('#words').textContent ?? '{}') as Record<string, string>
const language = document.documentElement.lang as Language
const t: Translate = (key, params) => fillMessage(messages[key] ?? key, params)

const form = element<HTMLFormElement>('form')
const file = element<HTMLInputElement>('#file')
const text = element<HTMLTextAreaElement>('#receipt')
const key = element<HTMLInputElement>('#key')
const result = element<HTMLElement>('#result')

async function check(): Promise<string> {
  const publicKey = key.value.trim() === '' ? undefined : readPublicKey(key.value)
  if (publicKey === undefined && key.value.trim() !== '') return problemHtml(t('verify.key.wrong'))
  const chosen = file.files?.[0]
  if (chosen && chosen.size > MAX_BYTES) return problemHtml(t('verify.problem.tooLarge'))
  const receipt = chosen ? await chosen.text() : text.value
  return checkedHtml(checkReceipt(receipt, { sha256, isSignatureOf }, { publicKey }), t, language)
}

async function show(): Promise<void> {
  result.innerHTML = await check()
  result.focus()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void show()
})
file.addEventListener('change', () => {
  text.value = ''
  if (file.files?.length) void show()
})
text.addEventListener('input', () => {
  file.value = ''
})
for (const each of document.querySelectorAll('[data-with-script], [data-without-script]')) {
  each.toggleAttribute('hidden', each.hasAttribute('data-without-script'))
}
