import type { ReactNode } from 'react'
import { DateTime } from '~/components/ui/date-time'
import type { Office } from '~/domain/person/office'
import type { Role } from '~/domain/person/role'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './grant-line.module.css'

/** A grant as it comes from a loader. */
export interface GrantFacts {
  office: Office | null
  role: Role
  body?: { type: 'department' | 'studio'; id: string; name: string } | null
  title: string | null
  until: Date | null
}

/** A grant in one line: the office, where it is held, under which title, until when. */
export function GrantLine(props: {
  grant: GrantFacts
  /** The body's name leads to its entry. */
  linked?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslate()
  const { grant, linked } = props
  const { body } = grant
  const href =
    body && linked
      ? body.type === 'department'
        ? paths.adminDepartment(body.id)
        : paths.adminStudio(body.id)
      : null
  return (
    <span className={styles.line}>
      <span className={styles.office}>
        {grant.office ? t(`admin.office.${grant.office}`) : t(`role.${grant.role}`)}
      </span>
      {body && (href ? <a href={href}>{body.name}</a> : <span>{body.name}</span>)}
      {grant.title && <span>{grant.title}</span>}
      {grant.until && <Until until={grant.until} />}
      {props.children}
    </span>
  )
}

/** The last day of a term: `until` is the first instant after it. */
export function Until(props: { until: Date }) {
  const { t } = useTranslate()
  const lastInstant = new Date(props.until.getTime() - 1)
  const [before = '', after = ''] = t('admin.people.until', { date: '\n' }).split('\n')
  return (
    <span>
      {before}
      <DateTime value={lastInstant} show="day" />
      {after}
    </span>
  )
}
