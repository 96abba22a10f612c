import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventStream } from './event-stream.server'

// The clock alone is not real: streams live for minutes.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function streamed(signal = new AbortController().signal) {
  const heard = new Set<() => void>()
  const container = {
    log: { warn: () => {} },
    queueNews: {
      subscribe: ({ heard: listener }: { heard: () => void }) => {
        heard.add(listener)
        return () => heard.delete(listener)
      },
    },
  }
  let n = 0
  const response = eventStream(container as never, signal, () =>
    Promise.resolve({ event: 'news', data: String((n += 1)) }),
  )
  return { heard, reader: response.body!.getReader() }
}

describe('a stream of events', () => {
  it('is over without a sound when its reader goes away', async () => {
    const { heard, reader } = streamed()
    await reader.read()
    await reader.cancel()
    expect(heard.size).toBe(0)
    // Nothing may be thrown out of a timer: that would end the program.
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is over when the request is given up', async () => {
    const request = new AbortController()
    const { heard, reader } = streamed(request.signal)
    await reader.read()
    request.abort()
    expect(heard.size).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(vi.getTimerCount()).toBe(0)
    await reader.read()
    expect((await reader.read()).done).toBe(true)
  })

  it('gives signs of life, and ends by itself', async () => {
    const { heard, reader } = streamed()
    const decoder = new TextDecoder()
    const next = async () => decoder.decode((await reader.read()).value)
    expect(await next()).toContain('event: news')
    await vi.advanceTimersByTimeAsync(25_000)
    expect(await next()).toBe(': \n\n')
    await vi.advanceTimersByTimeAsync(8 * 60_000)
    expect(heard.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})
