import type { Persona } from '~/domain/account/persona'
import { persona as names } from '~/i18n/zh-hans/persona'

/** What a request was answered with. */
export interface Answer {
  status: number
  /** Path and query of where it sends on to. */
  location: string | null
  text: string
}

type Fields = Record<string, string> | ReadonlyArray<readonly [string, string]>

/** Somebody without a browser: requests of their own, with a session's cookie and token where there is one. */
export class Client {
  private cookie = ''
  private token = ''

  /** @param site its address changes when the program is started again */
  constructor(private readonly site: { url: string }) {}

  /** Signs in as one of the demo's people. */
  static async of(site: { url: string }, persona: Persona): Promise<Client> {
    const client = new Client(site)
    const page = await client.get('/sign-in')
    const button = page.text.indexOf(`以${names[`persona.${persona}.name`]}身份进入`)
    const form = page.text.slice(page.text.lastIndexOf('<form', button), button)
    const personId = /name="personId" value="([0-9a-z]{26})"/.exec(form)?.[1]
    const answer = await client.post('/sign-in/persona', { personId: personId ?? '' })
    if (answer.status !== 303 && answer.status !== 302) {
      throw new Error(`${persona} could not sign in: ${answer.status}`)
    }
    await client.readToken()
    return client
  }

  /** Reads the session's token from a form: each page carries one. */
  private async readToken(): Promise<void> {
    const page = await this.get('/me')
    this.token = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    if (this.token === '') throw new Error('a page without a token')
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }

  /** Sends a form with the session's token. */
  post(path: string, fields: Fields = {}): Promise<Answer> {
    const entries = Array.isArray(fields) ? fields : Object.entries(fields)
    const body = new URLSearchParams(entries.map(([name, value]) => [name, value]))
    if (this.token) body.set('csrf', this.token)
    return this.postRaw(path, body)
  }

  /** Sends a body as it is; a form's as a browser names it. */
  postRaw(path: string, body: URLSearchParams | FormData | string, type?: string): Promise<Answer> {
    return this.send(path, { method: 'POST', body, headers: type ? { 'content-type': type } : {} })
  }

  /** Sends the form in the other encoding that browsers have; takes any bytes that strings can hold. */
  postParts(path: string, fields: Record<string, string>): Promise<Answer> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    if (this.token) body.set('csrf', this.token)
    return this.postRaw(path, body)
  }

  private async send(
    path: string,
    options: {
      method?: string
      body?: URLSearchParams | FormData | string
      headers: Record<string, string>
    },
  ): Promise<Answer> {
    const headers = new Headers(options.headers)
    if (this.cookie) headers.set('cookie', this.cookie)
    const response = await fetch(this.site.url + path, {
      ...options,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    })
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? ''
      if (pair.startsWith('session=')) this.cookie = pair
    }
    const location = response.headers.get('location')
    return { status: response.status, location, text: await response.text() }
  }
}

/** The first thing on a page that the pattern's group names. */
export async function firstOn(client: Client, path: string, pattern: RegExp): Promise<string> {
  const { text } = await client.get(path)
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`nothing like ${pattern} on ${path}`)
  return found
}
