/** A mainland mobile number: eleven digits that begin with 13 to 19. */
const MOBILE = /^1[3-9]\d{9}$/

/** What people put between digits: blanks, hyphens and dashes of all kinds, points, brackets. */
const SEPARATORS = /[\s\p{Pd}.()]/gu

const COUNTRY_PREFIX = /^(?:\+86|0086|86)/

/**
 * A mobile number of mainland China in its one form, `+8613800000000`, from what was typed: with or without
 * the country's prefix, with blanks and hyphens, in full-width digits. Null for anything else.
 */
export function parseMobile(input: string): string | null {
  const compact = input.normalize('NFKC').replace(SEPARATORS, '')
  const national = compact.replace(COUNTRY_PREFIX, '')
  return MOBILE.test(national) ? `+86${national}` : null
}

/** The eleven digits without the country's prefix, as people here write the number. */
export function nationalNumber(mobile: string): string {
  return mobile.replace(/^\+86/, '')
}

/** The number as it may be shown to its owner: `138****0000`. What is no number is masked whole. */
export function maskMobile(mobile: string): string {
  const national = nationalNumber(mobile)
  if (!MOBILE.test(national)) return '****'
  return `${national.slice(0, 3)}****${national.slice(7)}`
}
