import { DISPLAY_COOKIE, formatDisplayMode, type DisplayMode } from './display-mode'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The Set-Cookie header by which the browser keeps how somebody reads. */
export function displayCookie(mode: DisplayMode, url: URL): string {
  const secure = url.protocol === 'https:' ? '; Secure' : ''
  return `${DISPLAY_COOKIE}=${formatDisplayMode(mode)}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`
}
