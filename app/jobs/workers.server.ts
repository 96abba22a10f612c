import { scanAttachments } from '~/commands/scan-attachments.server'
import { sealAuditEvents } from '~/commands/seal-audit-events.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'
import { every } from './every.server'
import { fanOutNoticeJob } from './fan-out-notice'
import { handleFanOutNotice } from './fan-out-notice.handler.server'
import { publishScheduled } from './publish-scheduled.server'
import { recountQueueJob } from './recount-queue'
import { handleRecountQueue } from './recount-queue.handler.server'
import { recountRatesJob } from './recount-rates'
import { handleRecountRates } from './recount-rates.handler.server'
import { remindDueJob } from './remind-due'
import { handleRemindDue } from './remind-due.handler.server'
import { screenOutside } from './screen-outside'
import { handleScreenOutside } from './screen-outside.handler.server'
import { sendTextMessage } from './send-text-message'
import { handleSendTextMessage } from './send-text-message.handler.server'
import { sendMails } from './send-mails.server'
import { sendPushes } from './send-pushes.server'
import { settleDecisions } from './settle-decisions.server'
import { sweep } from './sweep'
import { handleSweep } from './sweep.handler.server'
import { watchCommitmentsJob } from './watch-commitments'
import { handleWatchCommitments } from './watch-commitments.handler.server'

/** A decision settles at most so long after its time to undo is over. */
const SETTLE_EVERY_MS = 1_000

/** A response is published at most so long after its time. */
const PUBLISH_EVERY_MS = 5_000

/** An event is sealed within a second or two. */
const SEAL_EVERY_MS = 1_000

/** Mails and browser messages that are due go out within a second or two. */
const SEND_EVERY_MS = 1_000

/** Files that wait for the malware scanner are shown at most so long after it is back. */
const SCAN_EVERY_MS = 15_000

/** Starts a worker for each kind of job in this process. */
export async function startWorkers(container: Container): Promise<void> {
  await container.jobs.work(sendTextMessage, (data) => handleSendTextMessage(container, data))
  await container.jobs.work(fanOutNoticeJob, (data) => handleFanOutNotice(container, data))
  if (container.externalScreening) {
    await container.jobs.work(screenOutside, (data) => handleScreenOutside(container, data))
  }
  every(container, SETTLE_EVERY_MS, () => settleDecisions(container))
  every(container, PUBLISH_EVERY_MS, () => publishScheduled(container))
  every(container, SEAL_EVERY_MS, () => sealAuditEvents(container))
  const { mailer } = container
  if (mailer) every(container, SEND_EVERY_MS, (stopped) => sendMails(container, mailer, stopped))
  every(container, SEND_EVERY_MS, (stopped) => sendPushes(container, stopped))
  if (container.malwareScanner) {
    every(container, SCAN_EVERY_MS, () =>
      scanAttachments(systemScope(container, 'scan-attachments')),
    )
  }
  await container.jobs.work(recountQueueJob, async () => {
    await handleRecountQueue(container)
  })
  await container.jobs.work(recountRatesJob, async () => {
    await handleRecountRates(container)
  })
  await container.jobs.work(remindDueJob, async () => {
    await handleRemindDue(container)
  })
  await container.jobs.work(watchCommitmentsJob, async () => {
    await handleWatchCommitments(container)
  })
  await container.jobs.work(sweep, () => handleSweep(container))
}
