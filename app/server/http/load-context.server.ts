import type { Viewer } from '~/domain/person/actor'
import type { Container } from '../container.server'
import type { Sessions } from '../auth/session.server'
import type { Scope } from '../scope.server'
import type { DisplayMode } from './display-mode'
import type { ReceivedUpload } from './upload.server'

/** What server.ts hands to Remix with each request. */
export interface RequestContext {
  container: Container
  sessions: Sessions
  scope: Scope
  viewer: Viewer
  mode: DisplayMode
  /** The request's own address: scheme, host, path and query. */
  url: URL
  nonce: string
  /** The page's token against cross-site requests; none for guests. */
  csrf: string | null
  cookieHeader: string | undefined
  /** The files of the form, where it may have some. */
  upload?: Pick<ReceivedUpload, 'files' | 'tooMany'>
  /** An action of this request has run: the page shows its answer, and loaders must not lead away from it. */
  acted?: boolean
  /** The body of a page that was rendered in one go, beside the answer that it belongs to. */
  page?: { response: Response; body: Buffer }
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    request: RequestContext
  }
}
