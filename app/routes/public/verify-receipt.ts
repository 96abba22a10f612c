import { checkReceipt } from '~/domain/audit/check-receipt'
import { readPublicKey } from '~/domain/audit/public-key'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator, type Translate } from '~/i18n/translate'
import type { Language } from '~/i18n/languages'
import { everybody } from '~/policies/access'
import {
  CHECK_DOCUMENT_POLICY,
  checkDocument,
  type CheckDocument,
  type TypedCheck,
} from '~/receipt-check/document.server'
import { checkedHtml, problemHtml } from '~/receipt-check/report-html'
import { sha256 } from '~/server/audit/hashing.server'
import { isSignature } from '~/server/audit/signing-key.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// A document of its own, outside the frame of the other pages: it works when it was saved to disk, too.

const PER_ADDRESS = { name: 'verify-receipt', limit: 60, windowSeconds: 600 }

export const loader = guardedLoader(everybody, ({ context: { mode, csrf } }) =>
  page({ mode, csrf }),
)

/** For readers whose browser runs no script: the same check, on the server. Nothing of it is kept. */
export const action = guardedAction(everybody, async ({ scope, context: { mode, csrf }, form }) => {
  await limitRate(scope, PER_ADDRESS, scope.addressKey)
  const typed = { receipt: form.get('receipt') ?? '', key: form.get('key') ?? '' }
  const t = translator(CATALOGUES[mode.language])
  const { holds, html } = checkTyped(typed, t, mode.language)
  return page({ mode, csrf, typed, resultHtml: html }, holds ? 200 : 422)
})

function checkTyped(typed: TypedCheck, t: Translate, language: Language) {
  const publicKey = typed.key.trim() === '' ? undefined : readPublicKey(typed.key)
  if (publicKey === undefined && typed.key.trim() !== '') {
    return { holds: false, html: problemHtml(t('verify.key.wrong')) }
  }
  const crypto = { sha256, isSignatureOf: isSignature }
  const checked = checkReceipt(typed.receipt, crypto, { publicKey })
  const holds = checked.kind === 'report' && checked.report.holds
  return { holds, html: checkedHtml(checked, t, language) }
}

function page(document: CheckDocument, status = 200): Response {
  return new Response(checkDocument(document), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CHECK_DOCUMENT_POLICY,
    },
  })
}
