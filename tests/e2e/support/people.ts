import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Persona } from '~/domain/account/persona'
import { persona as names } from '~/i18n/zh-hans/persona'
import { openReader, type ReaderOptions } from './browser'

/** A reader who has signed in as one of the demo's people. */
export async function openPersona(
  browser: Browser,
  url: string,
  persona: Persona,
  options: ReaderOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const reader = await openReader(browser, url, options)
  await becomePersona(reader.page, persona)
  return reader
}

/** Signs in with one click; whoever was signed in before is signed in no longer. */
export async function becomePersona(page: Page, persona: Persona): Promise<void> {
  await page.context().clearCookies({ name: 'session' })
  await page.goto('/sign-in')
  await page
    .getByRole('button', { name: `以${names[`persona.${persona}.name`]}身份进入`, exact: true })
    .click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}
