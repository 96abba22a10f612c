import type { Browser, Page } from 'playwright-core'
import type { Persona } from '~/domain/account/persona'
import { openReader, type ReaderOptions } from './browser'
import { openPersona } from './people'

/** Long enough for a busy machine; short enough that a journey that is stuck says where. */
const STEP_TIMEOUT_MS = 20_000

/** The people of several journeys: everybody signs in once and keeps their browser from one to the next. */
export class Cast {
  private readonly readers = new Map<Persona | 'guest', Page>()

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly options: ReaderOptions,
  ) {}

  async as(reader: Persona | 'guest'): Promise<Page> {
    const known = this.readers.get(reader)
    if (known) return known
    const page = await this.another(reader)
    this.readers.set(reader, page)
    return page
  }

  /** In a browser of their own, which the others do not use. */
  async another(reader: Persona | 'guest'): Promise<Page> {
    const { page } =
      reader === 'guest'
        ? await openReader(this.browser, this.url, this.options)
        : await openPersona(this.browser, this.url, reader, this.options)
    page.setDefaultTimeout(STEP_TIMEOUT_MS)
    return page
  }

  async leave(): Promise<void> {
    for (const page of this.readers.values()) await page.context().close()
  }
}
