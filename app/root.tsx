// First: it declares the order of the layers for every style sheet after it.
import '~/styles/app.css'
import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage } from '~/components/layout/error-page'
import { PageShell } from '~/components/layout/page-shell'
import type { SiteImprint } from '~/components/layout/site-footer'
import { publicError } from '~/components/layout/public-error'
import type { StaffArea } from '~/components/layout/site-header'
import { holds, isStaff, type Viewer } from '~/domain/person/actor'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE } from '~/i18n/languages'
import { TranslationProvider } from '~/i18n/use-translate'
import { everybody } from '~/policies/access'
import { getUnreadNotices } from '~/queries/get-unread-notices.server'
import { getStaffCounts } from '~/queries/get-staff-counts.server'
import type { Environment } from '~/server/env.server'
import { guardedLoader } from '~/server/http/guard.server'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** What every page knows of its reader and of the site. */
export const loader = guardedLoader(everybody, async ({ scope, context, url }) => {
  const { env } = scope.container
  const { mode, viewer, csrf, nonce } = context
  // What changes everywhere at once, such as the name of a department, drops every page.
  scope.pageTag('site')
  const areas = staffAreas(viewer)
  const [waiting, unread]: [Partial<Record<StaffArea, number>>, number] = await Promise.all([
    areas.length > 0 ? getStaffCounts(scope) : {},
    getUnreadNotices(scope),
  ])
  return {
    mode,
    here: url.pathname + url.search,
    nonce,
    csrf,
    demo: env.DEMO,
    account: viewer ? { id: viewer.personId, name: viewer.displayName, unread } : null,
    /** Minutes of idleness after which staff are signed out, for the notice before it. */
    idleMinutes: isStaff(viewer) ? env.STAFF_IDLE_MINUTES : null,
    staff: areas.map((area) => ({ area, waiting: waiting[area] })),
    publicUrl: env.PUBLIC_URL ?? null,
    imprint: imprintOf(env),
  }
})

const imprints = new WeakMap<Environment, SiteImprint>()

/** The same object for every page, so that what is made of it can be kept. */
function imprintOf(env: Environment): SiteImprint {
  let imprint = imprints.get(env)
  if (!imprint) {
    imprint = {
      sponsor: env.SITE_OPERATOR,
      operator: env.SITE_CONTRACTOR,
      telephone: env.SITE_TELEPHONE,
      siteCode: env.SITE_ID_CODE ?? null,
      icp: env.SITE_ICP ?? null,
      publicSecurity: env.SITE_POLICE_RECORD ?? null,
    }
    imprints.set(env, imprint)
  }
  return imprint
}

export type RootData = Awaited<ReturnType<typeof loader>>

export const meta: MetaFunction<typeof loader> = () => [{ title: '连心桥' }]

function staffAreas(viewer: Viewer): StaffArea[] {
  const areas: Array<[StaffArea, boolean]> = [
    ['moderation', holds(viewer, 'moderator')],
    ['desk', holds(viewer, 'official')],
    ['studio', holds(viewer, 'convener') || holds(viewer, 'liaison')],
    ['admin', holds(viewer, 'admin')],
    ['audit', holds(viewer, 'auditor')],
  ]
  return areas.filter(([, may]) => may).map(([area]) => area)
}

interface RouteHandle {
  /** The page uses the whole width of the window. */
  wide?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const location = useLocation()
  const handles = useMatches().map((match) => (match.handle ?? {}) as RouteHandle)
  const language = data?.mode.language ?? DEFAULT_LANGUAGE
  const mode = data?.mode ?? { theme: 'auto' as const, elder: false }
  return (
    <html lang={language} data-theme={mode.theme} data-elder={mode.elder ? 'on' : 'off'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body
        {...(data?.idleMinutes && {
          'data-idle-minutes': data.idleMinutes,
          'data-idle-text': CATALOGUES[language]['layout.idle.text'],
          'data-idle-stay': CATALOGUES[language]['layout.idle.stay'],
        })}
      >
        <TranslationProvider language={language} messages={CATALOGUES[language]}>
          <PageShell
            here={data?.here ?? location.pathname + location.search}
            mode={mode}
            account={data?.account ?? null}
            staff={data?.staff ?? []}
            imprint={data?.imprint ?? {}}
            wide={handles.some((handle) => handle.wide)}
          >
            {children}
          </PageShell>
        </TranslationProvider>
        {import.meta.env.MODE === 'development' && <script type="module" src="/@vite/client" />}
        {data?.nonce && <script type="module" src="/enhance.js" nonce={data.nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={publicError(useRouteError())} />
}
