import { fanOutNotice } from '~/commands/fan-out-notice.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'

/** Run again after a worker died half-way, it goes on with those who have it not yet. */
export async function handleFanOutNotice(
  container: Container,
  data: { noticeId: string },
): Promise<void> {
  await fanOutNotice(systemScope(container, 'fan-out-notice'), data.noticeId)
}
