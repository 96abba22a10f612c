import type { ReactNode } from 'react'
import { EmptyState } from '~/components/ui/empty-state'
import { Section } from '~/components/ui/section'
import { Sign } from '~/components/ui/sign'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import type { AdminOverview, Some } from '~/queries/get-admin-overview.server'
import styles from './care-list.module.css'

/** So many days before the calendar ends its continuation is asked for: notices come out in November. */
const CALENDAR_CARE_DAYS = 90

interface Care {
  key: string
  text: string
  /** Whom or what it concerns, each leading to its entry. */
  about?: { some: Some; href: (id: string) => string }
  action?: { href: string; label: string }
}

/** What an administrator should see to, the most pressing first; or that nothing is left. */
export function CareList(props: { overview: AdminOverview }) {
  const { t, language } = useTranslate()
  const cares = caresOf(props.overview, t, (date) =>
    formatDate(new Date(`${date}T00:00:00+08:00`), language),
  )
  if (cares.length === 0) {
    return <EmptyState title={t('admin.care.none.title')}>{t('admin.care.none.text')}</EmptyState>
  }
  return (
    <Section id="care" title={t('admin.care.title')}>
      <ul role="list" className={styles.cares}>
        {cares.map((care) => (
          <li key={care.key} className={styles.care}>
            <Sign kind="warning" className={styles.sign} />
            <div className={styles.words}>
              <p>{care.text}</p>
              {care.about && <About {...care.about} />}
              {care.action && (
                <p>
                  <a className={styles.action} href={care.action.href}>
                    {care.action.label}
                  </a>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function About(props: { some: Some; href: (id: string) => string }): ReactNode {
  const { t } = useTranslate()
  const { first, total } = props.some
  return (
    <ul role="list" className={styles.about}>
      {first.map(({ id, name }) => (
        <li key={id}>
          <a href={props.href(id)}>{name}</a>
        </li>
      ))}
      {total > first.length && <li>{t('admin.care.more', { n: total })}</li>}
    </ul>
  )
}

function caresOf(
  overview: AdminOverview,
  t: (key: MessageKey, params?: Record<string, string | number>) => string,
  day: (date: string) => string,
): Care[] {
  const { calendar } = overview
  const cares: Care[] = []
  if (overview.sanctionsHandedOn > 0) {
    cares.push({
      key: 'sanctions',
      text: t('admin.care.sanctions', { n: overview.sanctionsHandedOn }),
      action: { href: paths.sanctions(), label: t('admin.care.sanctions.do') },
    })
  }
  if (calendar.publishedThrough === null) {
    cares.push({
      key: 'calendar',
      text: t('admin.care.calendarEmpty'),
      action: { href: paths.adminCalendar(), label: t('admin.care.calendarEmpty.do') },
    })
  } else if (calendar.daysLeft < CALENDAR_CARE_DAYS) {
    const ended = calendar.daysLeft < 0
    cares.push({
      key: 'calendar',
      text: t(ended ? 'admin.care.calendarEnded' : 'admin.care.calendarEnds', {
        date: day(calendar.publishedThrough),
      }),
      action: {
        href: paths.adminCalendar({ year: Number(calendar.publishedThrough.slice(0, 4)) + 1 }),
        label: t('admin.care.calendarEnds.do'),
      },
    })
  }

  if (overview.failed > 0) {
    cares.push({
      key: 'failed',
      text: t('admin.care.failed', { n: overview.failed }),
      action: { href: paths.adminJobs(), label: t('admin.care.failed.do') },
    })
  }

  const about = (key: MessageKey, some: Some, href: (id: string) => string) => {
    if (some.total > 0) cares.push({ key, text: t(key, { n: some.total }), about: { some, href } })
  }
  const person = (id: string) => paths.adminPerson(id)
  const department = (id: string) => paths.adminDepartment(id)
  const studio = (id: string) => paths.adminStudio(id)
  about('admin.care.withoutDrafter', overview.withoutDrafter, department)
  about('admin.care.withoutSigner', overview.withoutSigner, department)
  about('admin.care.withoutConvener', overview.withoutConvener, studio)
  about('admin.care.withoutSecondFactor', overview.withoutSecondFactor, person)
  about('admin.care.invitationsExpired', overview.invitationsExpired, person)

  const grant = { href: paths.adminPeople(), label: t('admin.care.grant.do') }
  const offices: Array<[MessageKey, boolean]> = [
    ['admin.care.noAssigner', overview.assigners === 0],
    ['admin.care.noSenior', overview.seniorModerators === 0],
    ['admin.care.noAuditor', overview.auditors === 0],
    ['admin.care.oneAdministrator', overview.administrators === 1],
  ]
  for (const [key, lacking] of offices) {
    if (lacking) cares.push({ key, text: t(key), action: grant })
  }
  about('admin.care.withoutLiaison', overview.withoutLiaison, studio)
  return cares
}
