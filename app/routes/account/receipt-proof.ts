import { redirect } from '@remix-run/node'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { getReceiptProof } from '~/queries/get-receipt-proof.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { guardedLoader } from '~/server/http/guard.server'

const PER_PERSON = { name: 'receipt-proof', limit: 60, windowSeconds: 600 }

/** The receipt as a file that anybody can check. */
export const loader = guardedLoader(signedIn, async ({ scope, params }) => {
  const commentId = params['commentId'] ?? ''
  await limitRate(scope, PER_PERSON, scope.viewer?.personId ?? '')
  const proof = await getReceiptProof(scope, commentId)
  // A step waits to be sealed: the receipt says so.
  if (!proof) throw redirect(`${paths.receipt(commentId)}#steps`)
  return new Response(`${JSON.stringify(proof, null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="lianxin-receipt-${commentId}.json"`,
    },
  })
})
