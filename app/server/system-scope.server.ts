import { DEFAULT_LANGUAGE } from '~/i18n/languages'
import type { Container } from './container.server'
import type { Scope } from './scope.server'

/**
 * The scope of what nobody at a browser asks for: a program of the command line, a job.
 *
 * @param origin names it in the audit trail, in place of a request's id
 */
export function systemScope(container: Container, origin: string): Scope {
  return {
    container,
    db: container.database.prisma,
    viewer: null,
    now: container.clock(),
    requestId: origin,
    addressHash: '',
    addressKey: 'system',
    language: DEFAULT_LANGUAGE,
    pageTag: () => {},
  }
}
