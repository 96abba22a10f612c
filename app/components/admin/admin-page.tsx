import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './admin-page.module.css'

/** The registers, in the order of the index: who, which bodies, which lists, which days. */
export const REGISTERS = [
  { name: 'people', href: paths.adminPeople() },
  { name: 'departments', href: paths.adminDepartments() },
  { name: 'studios', href: paths.adminStudios() },
  { name: 'studioTypes', href: paths.adminStudioTypes() },
  { name: 'districts', href: paths.adminDistricts() },
  { name: 'categories', href: paths.adminCategories() },
  { name: 'reasons', href: paths.adminReasons() },
  { name: 'calendar', href: paths.adminCalendar() },
  { name: 'dueRules', href: paths.adminDueRules() },
  { name: 'carriedRates', href: paths.adminCarriedRates() },
] as const

/** What the program does by itself. The demo alone has an outbox. */
const UPKEEP = [
  { name: 'settings', href: paths.adminSettings(), demo: false },
  { name: 'jobs', href: paths.adminJobs(), demo: false },
  { name: 'outbox', href: paths.adminOutbox(), demo: true },
] as const

export type RegisterName = (typeof REGISTERS)[number]['name']

/**
 * A page of the administration: the index of registers at its side, as the thumb index of a book; where there
 * is no room for it, the way back to the overview stands above the title instead.
 */
export function AdminPage(props: {
  at: 'overview' | RegisterName | (typeof UPKEEP)[number]['name']
  /** The page lies below its register: an entry, or the form of a new one. */
  below?: boolean
  title: ReactNode
  kicker?: ReactNode
  lede?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslate()
  const root = useRouteLoaderData('root') as { demo: boolean } | undefined
  const { at, below } = props
  const register = REGISTERS.find(({ name }) => name === at)
  const trail = [
    { href: paths.admin(), label: t('admin.overview.title') },
    ...(below && register ? [{ href: register.href, label: t(`admin.${register.name}`) }] : []),
  ]
  const current = (here: boolean) => (here ? (below ? 'true' : 'page') : undefined)
  return (
    <div className={styles.page}>
      <nav className={styles.index} aria-label={t('admin.nav.label')} data-print="no">
        <ul role="list">
          <li className={styles.first}>
            <a
              className={styles.entry}
              href={paths.admin()}
              aria-current={current(at === 'overview')}
            >
              {t('admin.overview')}
            </a>
          </li>
          {[...REGISTERS, ...UPKEEP.filter(({ demo }) => !demo || root?.demo)].map(
            ({ name, href }) => (
              <li key={name}>
                <a className={styles.entry} href={href} aria-current={current(at === name)}>
                  {t(`admin.${name}`)}
                </a>
              </li>
            ),
          )}
        </ul>
      </nav>
      <div className={styles.body}>
        {at !== 'overview' && (
          <div className={below ? undefined : styles.narrowOnly}>
            <Breadcrumbs trail={trail} />
          </div>
        )}
        <PageHeading
          title={props.title}
          kicker={props.kicker}
          lede={props.lede && <p>{props.lede}</p>}
          actions={props.actions}
        />
        {props.children}
      </div>
    </div>
  )
}
