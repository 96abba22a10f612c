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
import { noticeWords } from '~/i18n/notice-words'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, isLanguage } from '~/i18n/languages'
import { translator } from '~/i18n/translate'
import { paths } from '~/paths'
import { listDispatchNews, type DispatchNews } from '~/queries/list-dispatch-news.server'
import type { Container } from '~/server/container.server'
import { composeConfirmation, composeNews } from '~/server/mail/compose-mail'
import { addressToken, CONFIRM_HOURS, unsubscribeUrl } from '~/server/mail/mail-links.server'
import { mailProblem, type Mailer, type OutgoingMail } from '~/server/mail/mailer.server'
import { noticePath } from '~/server/notices/notice-path'
import { siteAddress } from '~/server/site-address.server'
import { systemScope } from '~/server/system-scope.server'

/** How many mails a worker takes up at once, to send them one after another. */
const TAKE = 50

/** A mail is not begun when so little is left of the time that a worker has it: an attempt takes up to 20 s. */
const MARGIN_MS = 25_000

/** A digest lists so many notices; the rest stands in the product. */
const MOST_LINES = 30

/**
 * Gathers what is due and sends it. A worker has one mail under way at a time and writes down each that was accepted
 * before it begins the next: one that dies repeats at most that one, under the same Message-ID.
 *
 * @param stopped asked between mails
 * @returns how many were sent here
 */
export async function sendMails(
  container: Container,
  mailer: Mailer,
  stopped: () => boolean = () => false,
): Promise<number> {
  await gatherDispatches(systemScope(container, 'gather-mails'), 'email')
  let sent = 0
  while (!stopped()) {
    const begun = performance.now()
    const claimed = await claimDispatches(container, 'email', TAKE)
    const mails = await composeMails(container, claimed)
    for (const dispatch of claimed) {
      if (stopped() || performance.now() - begun > LEASE_MS - MARGIN_MS) break
      if (await sendOne(container, mailer, dispatch, mails.get(dispatch.id))) sent += 1
    }
    if (claimed.length < TAKE) break
  }
  return sent
}

async function sendOne(
  container: Container,
  mailer: Mailer,
  dispatch: ClaimedDispatch,
  mail: OutgoingMail | undefined,
): Promise<boolean> {
  if (!mail) {
    await dropDispatch(container, dispatch.id)
    return false
  }
  try {
    await mailer.send(mail)
  } catch (error) {
    const problem = mailProblem(error)
    container.log.warn(
      { dispatchId: dispatch.id, problem: problem.code },
      'a mail was not accepted',
    )
    await failDispatch(container, dispatch, problem)
    return false
  }
  await settleDispatch(container, dispatch.id)
  return true
}

/** The mails by their ids. Who has no address any more, or wants no mail, gets none. */
async function composeMails(
  container: Container,
  dispatches: readonly ClaimedDispatch[],
): Promise<Map<string, OutgoingMail>> {
  const db = container.database.prisma
  const people = await db.mailbox.findMany({
    where: { personId: { in: dispatches.map(({ personId }) => personId) } },
    include: { person: { select: { displayName: true, language: true, status: true } } },
  })
  const byId = new Map(people.map((mailbox) => [mailbox.personId, mailbox]))
  const news = await listDispatchNews(
    db,
    dispatches.map(({ id }) => id),
  )
  const mails = new Map<string, OutgoingMail>()
  for (const dispatch of dispatches) {
    const mailbox = byId.get(dispatch.personId)
    if (!mailbox || mailbox.person.status === 'closed') continue
    const mail =
      dispatch.kind === 'confirm'
        ? confirmation(container, mailbox)
        : newsMail(container, mailbox, dispatch.kind, news.get(dispatch.id) ?? [])
    if (mail) mails.set(dispatch.id, { id: dispatch.id, ...mail })
  }
  return mails
}

interface MailboxRow {
  personId: string
  address: string | null
  pendingAddress: string | null
  pendingAt: Date | null
  frequency: string
  person: { displayName: string; language: string }
}

type Unnamed = Omit<OutgoingMail, 'id'>

function languageOf({ person }: MailboxRow) {
  return isLanguage(person.language) ? person.language : DEFAULT_LANGUAGE
}

function newsMail(
  container: Container,
  mailbox: MailboxRow,
  kind: 'news' | 'digest',
  news: readonly DispatchNews[],
): Unnamed | null {
  if (!mailbox.address || mailbox.frequency === 'none' || news.length === 0) return null
  const language = languageOf(mailbox)
  const t = translator(CATALOGUES[language])
  const unsubscribe = unsubscribeUrl(container, mailbox.personId)
  const composed = composeNews(language, {
    kind,
    name: mailbox.person.displayName,
    lines: news.slice(0, MOST_LINES).map((notice) => ({
      words: noticeWords(t, notice, (day) => formatDate(noonOf(day), language)),
      url: siteAddress(container, noticePath(notice.fact, notice.topic.id)),
      own: notice.own,
    })),
    more: Math.max(0, news.length - MOST_LINES),
    listUrl: siteAddress(container, paths.notices()),
    settingsUrl: siteAddress(container, paths.noticeSettings()),
    unsubscribeUrl: unsubscribe,
  })
  return { ...composed, to: mailbox.address, language, unsubscribe }
}

function confirmation(container: Container, mailbox: MailboxRow): Unnamed | null {
  const { personId, pendingAddress, pendingAt } = mailbox
  if (!pendingAddress || !pendingAt) return null
  const language = languageOf(mailbox)
  const token = addressToken(container.keys, { personId, pendingAddress, pendingAt })
  const composed = composeConfirmation(language, {
    name: mailbox.person.displayName,
    url: siteAddress(container, paths.confirmAddress(token)),
    hours: CONFIRM_HOURS,
  })
  return { ...composed, to: pendingAddress, language, unsubscribe: null }
}
