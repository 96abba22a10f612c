import type { Page } from 'playwright-core'

// What several journeys do on their way.

/** Opens the page of the first topic whose title has the words, and tells its path. */
export async function openTopic(page: Page, words: string): Promise<string> {
  await page.goto('/topics')
  await turnPagesTo(page, words)
  await page.waitForURL(/\/topics\/[0-9a-z]{26}/)
  return new URL(page.url()).pathname
}

/** Follows the first link that has the words, on this page of a list or on a later one. */
async function turnPagesTo(page: Page, words: string): Promise<void> {
  for (;;) {
    const link = page.getByRole('main').getByRole('link', { name: words }).first()
    if ((await link.count()) > 0) return link.click()
    const address = page.url()
    await page.locator('a[rel="next"]').click({ timeout: 10_000 })
    await page.waitForURL((present) => present.href !== address)
  }
}

/** Writes a comment on the topic's page and sends it; ends on the receipt, whose path it tells. */
export async function sendComment(
  page: Page,
  topicPath: string,
  text: string,
  { stance, kind }: { stance?: string; kind?: string } = {},
): Promise<string> {
  if (new URL(page.url()).pathname !== topicPath) await page.goto(topicPath)
  await page.getByLabel('您怎么看？住在附近吗？').fill(text)
  if (stance) await page.getByRole('radio', { name: stance, exact: true }).check()
  if (kind) await page.getByRole('radio', { name: kind, exact: true }).check()
  await page.getByRole('button', { name: '提交意见' }).click()
  await page.waitForURL(/\/receipts\/[0-9a-z]{26}/)
  return new URL(page.url()).pathname
}

/** Opens the waiting item of an author's words in the queue. */
export async function openInQueue(moderator: Page, text: string): Promise<void> {
  await moderator.goto('/moderation')
  await turnPagesTo(moderator, text.slice(0, 24))
  await moderator.getByRole('button', { name: '通过，公开发言' }).waitFor()
}

/** Finds an author's words in the queue and publishes them. */
export async function approve(moderator: Page, text: string): Promise<void> {
  await openInQueue(moderator, text)
  await moderator.getByRole('button', { name: '通过，公开发言' }).click()
  await moderator.getByText('已通过，发言已公开').waitFor()
}

/** Hands what a comment says to a department that leads (交办). */
export async function assignTo(assigner: Page, quote: string, department: string): Promise<void> {
  await assigner.goto('/desk?view=unassigned')
  await assigner
    .getByRole('link', { name: new RegExp(`^交办.*${quote}`) })
    .first()
    .click()
  await assigner.getByLabel('主办单位').selectOption({ label: department })
  await assigner.getByRole('button', { name: '交办', exact: true }).click()
  await assigner.getByText('已经交办，承办单位会在工作台看到。').waitFor()
}

/** How many wait for review, as the queue's page counts them. */
export async function waitingOf(page: Page): Promise<number> {
  const tab = await page.locator('nav a[aria-current="true"]', { hasText: '待审' }).first()
  return Number(/\d+/.exec((await tab.textContent()) ?? '')?.[0] ?? Number.NaN)
}
