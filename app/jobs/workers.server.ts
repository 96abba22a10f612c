import type { Container } from '~/server/container.server'
import { sendTextMessage } from './send-text-message'
import { handleSendTextMessage } from './send-text-message.handler.server'
import { sweep } from './sweep'
import { handleSweep } from './sweep.handler.server'

/** Starts a worker for each kind of job in this process. */
export async function startWorkers(container: Container): Promise<void> {
  await container.jobs.work(sendTextMessage, (data) => handleSendTextMessage(container, data))
  await container.jobs.work(sweep, () => handleSweep(container))
}
