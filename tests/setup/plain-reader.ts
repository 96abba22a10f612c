// A reader without script: follows redirects, keeps cookies, fills in forms as they stand in the page.

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

function unescape(text: string): string {
  return text.replace(/&(#x27|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

function attributes(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      unescape(value),
    ]),
  )
}

/** A form as a browser would send it: fields with what stands in them. */
export interface PageForm {
  action: string
  fields: Array<[string, string]>
  html: string
}

export interface Page {
  status: number
  /** Path and query, after redirects. */
  path: string
  html: string
  headers: Headers
  /** The words of the page's main part. */
  text: string
  /** The form with a button of these words. */
  form(button: string): PageForm
}

export class PlainReader {
  readonly cookies = new Map<string, string>()

  constructor(
    readonly url: string,
    private readonly userAgent = 'plain reader',
  ) {}

  async get(path: string): Promise<Page> {
    return this.#follow(path)
  }

  /** Sends the page's form that has a button of these words, with some fields filled in. */
  async submit(page: Page, button: string, values: Record<string, string> = {}): Promise<Page> {
    const form = page.form(button)
    const kept = form.fields.filter(([name]) => !(name in values))
    return this.post(form.action || page.path, [...kept, ...Object.entries(values)])
  }

  async post(path: string, fields: Array<[string, string]>): Promise<Page> {
    return this.#follow(path, new URLSearchParams(fields))
  }

  async #follow(path: string, body?: URLSearchParams): Promise<Page> {
    const response = await fetch(new URL(path, this.url), {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: {
        'user-agent': this.userAgent,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel()
      return this.#follow(location)
    }
    return pageOf(path, response, await response.text())
  }
}

function pageOf(path: string, response: Response, html: string): Page {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html
  const words = (markup: string) =>
    unescape(markup.replace(/<[^>]*>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim()
  return {
    status: response.status,
    path,
    html,
    headers: response.headers,
    text: words(main),
    form: (button) => {
      const forms = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
      const found = forms.find(([, , inner = '']) =>
        [...inner.matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/g)].some(
          ([, tag = '', label = '']) =>
            words(label) === button || attributes(tag)['aria-label'] === button,
        ),
      )
      if (!found) throw new Error(`no form with the button ${button} on ${path}`)
      const [, tag = '', inner = ''] = found
      return { action: attributes(tag)['action'] ?? '', fields: fieldsOf(inner), html: inner }
    },
  }
}

function fieldsOf(html: string): Array<[string, string]> {
  const fields: Array<[string, string]> = []
  const controls = html.matchAll(
    /<input([^>]*)>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g,
  )
  for (const [, input, area, text, select, options] of controls) {
    if (input !== undefined) {
      const { name, type, value = '', ...rest } = attributes(input)
      const ticked = 'checked' in rest
      if (!name || ((type === 'checkbox' || type === 'radio') && !ticked)) continue
      fields.push([name, value])
    } else if (area !== undefined) {
      const { name } = attributes(area)
      if (name) fields.push([name, unescape(text ?? '').replace(/^\n/, '')])
    } else if (select !== undefined) {
      const { name } = attributes(select)
      const all = [...(options ?? '').matchAll(/<option([^>]*)>/g)].map(([, tag = '']) =>
        attributes(tag),
      )
      const chosen = all.find((option) => 'selected' in option) ?? all[0]
      if (name && chosen) fields.push([name, chosen['value'] ?? ''])
    }
  }
  return fields
}
