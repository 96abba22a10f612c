import { watchCommitments } from '~/commands/watch-commitments.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'

/** How many are taken up at once. */
const BATCH = 100

/**
 * Does what is due today about every commitment. What fails is logged, and keeps nothing else from being done.
 *
 * @returns how many steps were done
 */
export async function handleWatchCommitments(container: Container): Promise<number> {
  let done = 0
  let after: { nextStepOn: string; id: string } | null = null
  for (;;) {
    const scope = systemScope(container, 'watch-commitments')
    const { steps, next } = await watchCommitments(scope, { after, take: BATCH })
    done += steps
    if (!next) return done
    after = next
  }
}
