import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSite, type RunningSite } from './support/site'

/** HTML and CSS together, over the wire: what a phone on a slow connection waits for. */
const MOST_KILOBYTES = 35

let site: RunningSite

beforeAll(async () => {
  site = await startSite('embedded')
})

afterAll(async () => {
  await site?.stop()
})

async function read(path: string): Promise<{ text: string; kilobytes: number }> {
  const response = await fetch(new URL(path, site.url), { headers: { 'accept-encoding': 'br' } })
  expect(response.status).toBe(200)
  // The length as it was sent: fetch has unpacked the body.
  const kilobytes = Number(response.headers.get('content-length')) / 1024
  expect(kilobytes).toBeGreaterThan(0)
  return { text: await response.text(), kilobytes }
}

async function weigh(path: string): Promise<{ text: string; kilobytes: number }> {
  const page = await read(path)
  const sheets = [...page.text.matchAll(/<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g)]
  let { kilobytes } = page
  for (const [, href] of sheets) kilobytes += (await read(href ?? '')).kilobytes
  expect(sheets.length).toBeGreaterThan(0)
  return { text: page.text, kilobytes }
}

describe('what a guest loads to read', () => {
  it('is light and without script, on every topic', async () => {
    const { text } = await read('/topics')
    const topics = new Set(text.match(/\/topics\/[0-9a-z]{26}(?=")/g))
    expect(topics.size).toBeGreaterThan(5)
    for (const topic of topics) {
      const page = await weigh(topic)
      expect(page.kilobytes, topic).toBeLessThan(MOST_KILOBYTES)
      expect(page.text, topic).not.toMatch(/<script\b|modulepreload/)
    }
  })

  it('is light and without script on the way to the topics', async () => {
    for (const path of ['/', '/topics', '/studios']) {
      const page = await weigh(path)
      expect(page.kilobytes, path).toBeLessThan(MOST_KILOBYTES)
      expect(page.text, path).not.toMatch(/<script\b|modulepreload/)
    }
  })
})
