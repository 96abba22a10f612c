import type { Container } from '~/server/container.server'

/**
 * Does something again and again until the container closes, each time so long after the time before has ended.
 * What fails is logged, and tried again. Work that may take long asks now and then whether it is to stop.
 */
export function every(
  container: Container,
  pauseMs: number,
  work: (stopped: () => boolean) => Promise<unknown>,
): void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      await work(() => stopped)
    } catch (error) {
      container.log.error({ err: error }, 'work by the clock failed')
    }
    if (!stopped) schedule()
  }
  const schedule = () => {
    timer = setTimeout(() => {
      running = round()
    }, pauseMs)
  }
  schedule()
  container.beforeClose(async () => {
    stopped = true
    clearTimeout(timer)
    await running
  })
}
