import type { Container } from './container.server'

/** The whole address of a path, for what is read elsewhere: text messages, papers. */
export function siteAddress(container: Pick<Container, 'env'>, path: string): string {
  const { PUBLIC_URL, PORT } = container.env
  return new URL(path, PUBLIC_URL ?? `http://localhost:${PORT}`).href
}
