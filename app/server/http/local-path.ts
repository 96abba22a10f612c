/** A path of this site, to go back to: whatever names another site becomes the home page. */
export function localPath(target: string | null | undefined): string {
  if (!target || target.length > 2_000 || !/^\/(?![/\\])/.test(target)) return '/'
  try {
    const url = new URL(target, 'http://site.invalid')
    return url.host === 'site.invalid' ? url.pathname + url.search + url.hash : '/'
  } catch {
    return '/'
  }
}
