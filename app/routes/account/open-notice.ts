import { redirect } from '@remix-run/node'
import { markNoticeRead } from '~/commands/read-notices.server'
import { signedIn } from '~/policies/access'
import { getNotice } from '~/queries/list-notices.server'
import { guardedLoader } from '~/server/http/guard.server'
import { noticePath } from '~/server/notices/notice-path'

/** Leads to what a notice tells of. That it was opened is all that it writes, and that only once. */
export const loader = guardedLoader(signedIn, async ({ scope, params }) => {
  const notice = await getNotice(scope, params['noticeId'] ?? '')
  await markNoticeRead(scope, notice.id)
  throw redirect(noticePath(notice.fact, notice.topic.id))
})

// A page, so that a reader without a session is led to sign in.
export default function Page() {
  return null
}
