import {
  claimDispatches,
  dropDispatch,
  failDispatch,
  LEASE_MS,
  settleDispatch,
  type ClaimedDispatch,
} from '~/commands/claim-dispatches.server'
import { gatherDispatches } from '~/commands/gather-dispatches.server'
import { noonOf } from '~/domain/shared/day'
import { formatDate } from '~/domain/shared/shanghai-time'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, isLanguage } from '~/i18n/languages'
import { noticeWords } from '~/i18n/notice-words'
import { translator } from '~/i18n/translate'
import { paths } from '~/paths'
import { listDispatchNews } from '~/queries/list-dispatch-news.server'
import type { Container } from '~/server/container.server'
import { noticePath } from '~/server/notices/notice-path'
import { PushRefused, type PushMessage, type PushTarget } from '~/server/push/push-sender.server'
import { systemScope } from '~/server/system-scope.server'

const TAKE = 20

/**
 * Gathers what is due to browsers and sends it, to each of a person's browsers. A browser that has ended it is
 * forgotten.
 *
 * @returns how many messages were sent here
 */
export async function sendPushes(
  container: Container,
  stopped: () => boolean = () => false,
): Promise<number> {
  await gatherDispatches(systemScope(container, 'gather-pushes'), 'push')
  let sent = 0
  while (!stopped()) {
    const begun = performance.now()
    const claimed = await claimDispatches(container, 'push', TAKE)
    for (const dispatch of claimed) {
      if (stopped() || performance.now() - begun > LEASE_MS / 2) break
      if (await sendOne(container, dispatch)) sent += 1
    }
    if (claimed.length < TAKE) break
  }
  return sent
}

async function sendOne(container: Container, dispatch: ClaimedDispatch): Promise<boolean> {
  const db = container.database.prisma
  const browsers = await db.pushSubscription.findMany({
    where: { personId: dispatch.personId },
    select: { id: true, endpoint: true, p256dh: true, auth: true },
  })
  const message = await composeMessage(container, dispatch)
  let reached = 0
  let problem = ''
  for (const browser of message ? browsers : []) {
    const outcome = await sendTo(container, browser, message as PushMessage)
    if (outcome === 'sent') reached += 1
    else if (outcome === 'gone') await db.pushSubscription.delete({ where: { id: browser.id } })
    else problem = outcome
  }
  // Shown again, a message takes the place of the same one: those who have it lose nothing by another attempt.
  if (problem) await failDispatch(container, dispatch, { code: problem, permanent: false })
  else if (reached > 0) await settleDispatch(container, dispatch.id)
  else await dropDispatch(container, dispatch.id)
  return !problem && reached > 0
}

/** What came of it; where the service did not take it, why. */
async function sendTo(
  container: Container,
  browser: PushTarget,
  message: PushMessage,
): Promise<string> {
  try {
    return await container.push.send(browser, message)
  } catch (error) {
    return error instanceof PushRefused ? `HTTP ${error.status}` : 'ECONNECTION'
  }
}

async function composeMessage(
  container: Container,
  dispatch: ClaimedDispatch,
): Promise<PushMessage | null> {
  const db = container.database.prisma
  const person = await db.person.findUnique({
    where: { id: dispatch.personId },
    select: { language: true },
  })
  const news = (await listDispatchNews(db, [dispatch.id])).get(dispatch.id) ?? []
  const [first] = news
  if (!person || !first) return null
  const language = isLanguage(person.language) ? person.language : DEFAULT_LANGUAGE
  const t = translator(CATALOGUES[language])
  const single = news.length === 1
  return {
    title: t('common.siteName'),
    body: single
      ? noticeWords(t, first, (day) => formatDate(noonOf(day), language))
      : t('mail.subject.several', { n: news.length }),
    path: single ? noticePath(first.fact, first.topic.id) : paths.notices(),
    tag: dispatch.id,
  }
}
