import { Disclosure } from '~/components/ui/disclosure'
import { Facts } from '~/components/ui/facts'
import { Sign } from '~/components/ui/sign'
import { ROLES } from '~/domain/person/role'
import { formatDate, shanghaiDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { AuditEntry, AuditPage } from '~/queries/list-audit-events.server'
import { AuditDetail } from './audit-detail'
import styles from './audit-log.module.css'
import { actionLabel, fieldLabel, nameOf, objectLabel } from './audit-words'

type Filter = Parameters<typeof paths.audit>[0]

/** The trail as a log-book: day by day, each act with its time, who, what and on what. */
export function AuditLog(props: { page: AuditPage; filter: Filter }) {
  const { language } = useTranslate()
  const { page, filter } = props
  return (
    <>
      {byDay(page.events).map(({ date, events }) => (
        <section key={date} className={styles.day} aria-labelledby={`day-${date}`}>
          <h2 className={styles.date} id={`day-${date}`}>
            <time dateTime={date}>{formatDate(new Date(`${date}T00:00:00+08:00`), language)}</time>
          </h2>
          <ol role="list">
            {events.map((event) => (
              <LogEntry key={event.id} event={event} names={page.names} filter={filter} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function LogEntry(props: {
  event: AuditEntry
  names: Readonly<Record<string, string>>
  filter: Filter
}) {
  const { t } = useTranslate()
  const { event, names, filter } = props
  const { at } = event
  const objectName = nameOf(names, event.objectId)
  const role = ROLES.find((known) => known === event.actorRole)
  return (
    <li className={styles.entry} id={`event-${event.id}`}>
      <time className={styles.time} dateTime={at.toISOString()}>
        {timeOf(at)}
      </time>
      <p className={styles.who}>
        <a
          href={paths.audit({ ...filter, actor: event.actorId ?? 'system' })}
          aria-label={`${t('audit.onlyActor')} ${actorName(event, names, t)}`}
        >
          {actorName(event, names, t)}
        </a>
        {role && <span>{t('audit.as', { role: t(`role.${role}`) })}</span>}
      </p>
      <div className={styles.words}>
        <p className={styles.act}>
          <strong className={styles.action}>{actionLabel(t, event.action)}</strong>
          <span>
            {objectLabel(t, event.objectType)}{' '}
            <a
              href={paths.audit({ object: event.objectId })}
              aria-label={`${t('audit.onlyObject')} ${objectName ?? event.objectId}`}
            >
              {objectName ?? event.objectId}
            </a>
          </span>
          {!event.intact && (
            <span className={styles.broken}>
              <Sign kind="error" />
              {t('audit.changed')}
            </span>
          )}
        </p>
        <AuditDetail detail={event.detail} names={names} said={objectName} />
        <Technical event={event} />
      </div>
    </li>
  )
}

/** What proves an event and where it came from: folded, for those who look into it. */
function Technical(props: { event: AuditEntry }) {
  const { t } = useTranslate()
  const { event } = props
  const code = (value: string | null) => value && <code className={styles.code}>{value}</code>
  return (
    <Disclosure
      summary={
        <span className={event.intact ? styles.intact : styles.broken}>
          {t(event.intact ? 'audit.intact' : 'audit.changed')}
        </span>
      }
    >
      <div className={styles.technical}>
        {event.personal.length > 0 && (
          <>
            <p>{t('audit.personal')}</p>
            <Facts
              facts={event.personal.map(({ name, value }) => ({
                term: fieldLabel(t, name),
                value,
              }))}
            />
          </>
        )}
        <Facts
          facts={[
            { term: t('audit.eventId'), value: code(event.id) },
            { term: t('audit.hash'), value: code(event.hash) },
            { term: t('audit.objectId'), value: code(event.objectId) },
            { term: t('audit.requestId'), value: code(event.requestId) },
            { term: t('audit.address'), value: code(event.addressHash) },
            { term: t('audit.stored'), value: code(JSON.stringify(event.detail)) },
          ]}
        />
      </div>
    </Disclosure>
  )
}

function actorName(
  event: AuditEntry,
  names: Readonly<Record<string, string>>,
  t: ReturnType<typeof useTranslate>['t'],
): string {
  if (event.actorId === null) return t('audit.system')
  return nameOf(names, event.actorId) ?? t('audit.unknownPerson', { id: event.actorId })
}

function byDay(events: readonly AuditEntry[]): Array<{ date: string; events: AuditEntry[] }> {
  const days: Array<{ date: string; events: AuditEntry[] }> = []
  for (const event of events) {
    const date = shanghaiDate(event.at)
    const last = days.at(-1)
    if (last?.date === date) last.events.push(event)
    else days.push({ date, events: [event] })
  }
  return days
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000

/** The clock in Shanghai, to the second: a trail is read closer than a page. */
function timeOf(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 19)
}
