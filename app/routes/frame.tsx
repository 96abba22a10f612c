import type { MetaFunction } from '@remix-run/node'
import { Outlet, useRouteError } from '@remix-run/react'
import { ErrorPage } from '~/components/layout/error-page'
import { fullTitle, translateForMeta } from '~/components/layout/page-meta'
import { publicError } from '~/components/layout/public-error'
import { everybody } from '~/policies/access'
import { guardedLoader } from '~/server/http/guard.server'

// The boundary for errors stands below the root: when an action fails, only the loaders above the
// boundary run, and the error page needs what the root knows of its reader (language, mode, session).

export const loader = guardedLoader(everybody, () => null)

/** The title of an error; a page's own `meta` takes its place otherwise. */
export const meta: MetaFunction = ({ matches, error }) => {
  const t = translateForMeta(matches)
  if (!error) return [{ title: t('common.siteName') }]
  return [{ title: fullTitle(t, t(`error.${publicError(error).code}.title`)) }]
}

export default function Frame() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={publicError(useRouteError())} />
}
