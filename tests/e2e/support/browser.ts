import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Starts Chromium: Debian's, or the one that CHROMIUM_PATH names. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface ReaderOptions {
  javaScriptEnabled?: boolean
  width?: number
  /** The display cookie's value: language, theme, 长辈版. */
  display?: string
}

/** A reader with a browser of their own: cookies are theirs. */
export async function openReader(
  browser: Browser,
  url: string,
  options: ReaderOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  if (options.display) {
    await context.addCookies([{ name: 'display', value: options.display, url }])
  }
  return { context, page: await context.newPage() }
}

/** Keeps a picture of the page for people to look at, in a folder that git ignores. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join('artifacts', 'screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** How far the page scrolls sideways, in pixels. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
}

/** Keeps the page as it is, wide and on a telephone. @throws Error where it scrolls sideways there */
export async function keepPictures(page: Page, name: string): Promise<void> {
  await keepPicture(page, `${name}-1280`)
  await page.setViewportSize({ width: 360, height: 800 })
  await keepPicture(page, `${name}-360`)
  const sideways = await sidewaysScroll(page)
  if (sideways > 0) throw new Error(`${page.url()} scrolls sideways by ${sideways} px`)
  await page.setViewportSize({ width: 1280, height: 900 })
}
