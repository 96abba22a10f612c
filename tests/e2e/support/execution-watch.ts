import type { Browser, BrowserContext, Page, Request } from 'playwright-core'

/** Where the watched pages live. Nothing listens there: each answer is made here. */
const SITE = 'http://forum.test'

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']

/** In every window and frame before anything else runs: what a hostile script would call tells on it. */
const CANARY = `
  window.__executed = []
  const told = (what) => { window.__executed.push(what); window.__tell(what + ' was called') }
  for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => told(name)
`

/** What the browser has made of a text. */
interface Inspection {
  /** Elements and attributes, each kind once, such as `a`, `a[href]`. */
  markup: string[]
  /** The protocols that the browser itself reads in addresses. */
  protocols: string[]
  links: number
  /** What follows the text is where it was. */
  whole: boolean
}

const INSPECT = `(() => {
  const markup = new Set(), protocols = new Set()
  const main = document.querySelector('main')
  for (const element of main?.querySelectorAll('*') ?? []) {
    markup.add(element.localName)
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') markup.add(element.namespaceURI)
    for (const { name, value } of element.attributes) {
      markup.add(element.localName + '[' + name + ']')
      if (['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(name))
        protocols.add(new URL(value, document.baseURI).protocol)
    }
  }
  return {
    markup: [...markup],
    protocols: [...protocols],
    links: document.querySelectorAll('main a').length,
    whole: document.querySelector('main + #end') !== null,
  }
})()`

// Written out and read in again, as editors and translators in the browser do: markup that changes its
// meaning on the way ("mutation") shows itself.
const STAYS_WHEN_READ_AGAIN = `(() => {
  const main = document.querySelector('main')
  const before = main.innerHTML
  main.innerHTML = before
  const after = main.innerHTML
  const holder = document.createElement('template')
  holder.innerHTML = after
  main.replaceChildren(holder.content.cloneNode(true))
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.innerHTML = '<foreignObject>' + after + '</foreignObject>'
  document.body.append(svg)
  svg.remove()
  return before === after && after === main.innerHTML
})()`

const FIRE_EVENTS = `(() => {
  const mouse = ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup', 'mouseover',
    'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'mouseout', 'mouseleave', 'contextmenu',
    'dblclick', 'auxclick', 'wheel']
  const others = ['focus', 'focusin', 'blur', 'focusout', 'keydown', 'keypress', 'keyup', 'input',
    'change', 'select', 'submit', 'reset', 'load', 'error', 'toggle', 'beforetoggle', 'scroll',
    'scrollend', 'copy', 'cut', 'paste', 'drag', 'dragstart', 'drop', 'touchstart', 'touchend',
    'animationstart', 'animationend', 'transitionend', 'play', 'start', 'finish', 'begin', 'close']
  const elements = [...document.querySelectorAll('main *')].slice(0, 200)
  for (const element of elements) {
    for (const type of mouse) element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
    for (const type of others) element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
    if (element.localName !== 'a') element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    element.focus?.()
  }
})()`

/** Links are many in a long text, and all alike. */
const MAX_CLICKS = 8

function settled(page: Page): Promise<void> {
  return page.evaluate('new Promise((done) => setTimeout(done, 30))')
}

/**
 * Shows HTML in a real browser, in a page without a content security policy, does to it what readers do,
 * and tells whatever happened that must not happen.
 */
export class ExecutionWatch {
  private alarms: string[] = []
  /** The address of the link that is being clicked: only this one may be asked for, by a navigation. */
  private expected: string | null = null
  private html = ''
  /** A window that the watch itself opens is no alarm. */
  private replacing = false

  private constructor(
    private readonly context: BrowserContext,
    private page: Page,
  ) {}

  static async start(browser: Browser): Promise<ExecutionWatch> {
    const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: false })
    const watch = new ExecutionWatch(context, await context.newPage())
    await watch.prepare()
    return watch
  }

  private async prepare(): Promise<void> {
    await this.context.exposeBinding('__tell', (_source, what: unknown) => {
      this.alarms.push(String(what))
    })
    await this.context.addInitScript(CANARY)
    await this.context.route('**/*', async (route) => {
      const request = route.request()
      const url = request.url()
      if (this.isOfAnotherWindow(request)) this.alarms.push('opened a window')
      if (url === `${SITE}/text`) {
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.html })
      }
      if (url === this.expected && request.isNavigationRequest()) {
        // "No content": the browser stays on the page, and the next link can be clicked.
        return route.fulfill({ status: 204 })
      }
      if (this.isFile(request)) return route.fulfill({ contentType: 'image/gif', body: PIXEL })
      this.alarms.push(`asked for ${url.slice(0, 200)}`)
      return route.abort()
    })
    this.context.on('page', (page) => {
      if (this.replacing) return
      this.alarms.push('opened a window')
      void page.close().catch(() => undefined)
    })
    this.watchPage()
  }

  /** A window that is just opening has no frame yet. */
  private isOfAnotherWindow(request: Request): boolean {
    try {
      return request.frame().page() !== this.page
    } catch {
      return true
    }
  }

  private isFile(request: Request): boolean {
    return request.url().startsWith(`${SITE}/attachments/`) && request.resourceType() === 'image'
  }

  private watchPage(): void {
    this.page.on('dialog', (dialog) => {
      this.alarms.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss().catch(() => undefined)
    })
    this.page.on('websocket', (socket) => this.alarms.push(`socket to ${socket.url()}`))
    this.page.on('download', () => this.alarms.push('downloaded something'))
    this.page.on('framenavigated', (frame) => {
      if (frame !== this.page.mainFrame()) this.alarms.push(`has a frame of ${frame.url()}`)
      else if (frame.url() !== `${SITE}/text`) this.alarms.push(`went to ${frame.url()}`)
    })
  }

  /** Puts the HTML into a page and opens it. Tells what it is made of, before anything is done to it. */
  private async open(html: string): Promise<Inspection> {
    this.alarms = []
    this.expected = null
    this.html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>a</title></head><body><main>${html}</main><p id="end">end</p></body></html>`
    await this.page.goto(`${SITE}/text`, { waitUntil: 'load', timeout: 20_000 })
    await settled(this.page)
    return (await this.page.evaluate(INSPECT)) as Inspection
  }

  /** With the mouse and the keyboard, as a browser reports them itself. */
  private async touch(): Promise<void> {
    await this.page.mouse.move(40, 30)
    await this.page.mouse.move(300, 60, { steps: 4 })
    await this.page.keyboard.press('Tab')
    await this.page.keyboard.press('Tab')
  }

  private async clickLinks(count: number): Promise<void> {
    for (let index = 0; index < Math.min(count, MAX_CLICKS); index++) {
      const link = this.page.locator('main a').nth(index)
      const { href, protocol } = await link.evaluate((element) => {
        const url = new URL(element.getAttribute('href') ?? '', document.baseURI)
        return { href: url.href, protocol: url.protocol }
      })
      // Only a browser's own programs open what is not of the web; none is there.
      this.expected = SCHEMES.includes(protocol) ? href : null
      await link.dispatchEvent('click')
      // A real click too, where there is something to click on.
      if (index < 3) await link.click({ timeout: 500, noWaitAfter: true }).catch(() => undefined)
      await settled(this.page)
    }
    this.expected = null
  }

  /**
   * What happened, in words; empty for a text that does nothing. Besides execution and requests that is
   * markup outside `allowed` (elements, and attributes as `a[href]`), an address that the browser reads
   * as something else than the web, mail or telephone, and markup that changes when it is read again.
   */
  async alarmsOf(html: string, allowed: readonly string[]): Promise<string[]> {
    const { markup, protocols, links, whole } = await this.open(html)
    for (const part of markup) if (!allowed.includes(part)) this.alarms.push(`has ${part}`)
    for (const protocol of protocols) {
      if (!SCHEMES.includes(protocol)) this.alarms.push(`leads to ${protocol}`)
    }
    if (!whole) this.alarms.push('broke out of its place')
    const stays = await this.page.evaluate(STAYS_WHEN_READ_AGAIN)
    if (stays !== true) this.alarms.push('changed when read again')
    await this.page.evaluate(FIRE_EVENTS)
    // What has no attributes can neither be handled nor focused nor followed.
    if (markup.some((part) => part.includes('['))) await this.touch()
    await this.clickLinks(links)
    await settled(this.page)
    const executed = await this.page.evaluate('window.__executed.join()')
    if (executed !== '') this.alarms.push(`executed ${String(executed)}`)
    return [...new Set(this.alarms)]
  }

  /**
   * What a text does that nothing protects from: only execution, requests and navigation count. The page
   * may be gone afterwards, and is replaced.
   */
  async harmOf(html: string): Promise<string[]> {
    try {
      const { links } = await this.open(html)
      await this.page.evaluate(FIRE_EVENTS)
      await this.clickLinks(links)
      await settled(this.page)
    } catch (error) {
      // A hostile text may leave the page, or hold it: what it did until then is known.
      if (this.alarms.length === 0) throw error
    }
    const harm = [...new Set(this.alarms)]
    const spent = this.page
    this.replacing = true
    this.page = await this.context.newPage()
    this.replacing = false
    this.watchPage()
    await spent.close().catch(() => undefined)
    return harm
  }

  async stop(): Promise<void> {
    await this.context.close()
  }
}
