/** The longest address that becomes a link, in UTF-16 units. */
export const MAX_URL_LENGTH = 2048

/** Only its origin matters: it stands for "this site", wherever the site is served. */
const SITE = 'https://this-site.invalid'

// Browsers drop tabs and line breaks inside a URL and ignore some invisible characters, so an
// address that holds any of them may lead elsewhere than it reads: such a text is not an address.
// A backslash counts as a slash in a browser and as nothing special elsewhere.
const NOT_IN_A_URL = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u

// The part before the @ has no room for ?, & and %: a link must not fill in copies, subject or text.
const MAILTO = /^mailto:[a-z0-9.!#$*+/=^_{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i

const TELEPHONE = /^tel:\+?[0-9][0-9().-]{1,23}$/i

// Where an uploaded image is served (`paths.attachment`); a query or a fragment has no meaning there.
const IMAGE_PATH = /^\/attachments\/[0-9a-z]{26}\/(?:image|thumbnail)$/

function sitePath(raw: string): string | null {
  if (raw.startsWith('//') || !URL.canParse(raw, SITE)) return null
  const url = new URL(raw, SITE)
  const path = url.pathname + url.search + url.hash
  // "/.//elsewhere" is a path here and turns into "//elsewhere", which is another site.
  return url.origin === SITE && !path.startsWith('//') ? path : null
}

function webAddress(raw: string): string | null {
  if (!URL.canParse(raw)) return null
  const url = new URL(raw)
  // "https://www.gov.cn@elsewhere.example" reads as one site and leads to another.
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}

/**
 * The address to put into `href` for what an author wrote as a link's destination (entities and
 * backslashes already decoded), or null where it must not become a link. Allowed are http and https
 * without credentials, mailto with nothing but an address, tel, and paths of this site.
 */
export function safeHref(raw: string): string | null {
  if (raw.length === 0 || raw.length > MAX_URL_LENGTH || NOT_IN_A_URL.test(raw)) return null
  if (raw.startsWith('/')) return sitePath(raw)
  if (/^https?:\/\/[^/]/i.test(raw)) return webAddress(raw)
  return MAILTO.test(raw) || TELEPHONE.test(raw) ? raw : null
}

/** The path to put into an image's `src`: an uploaded image of this site, or null. */
export function safeImageSource(raw: string): string | null {
  const path = raw.startsWith('/') ? safeHref(raw) : null
  return path !== null && IMAGE_PATH.test(path) ? path : null
}
