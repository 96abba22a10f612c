import { Actions, Button } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { Fields, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { GrantView } from '~/queries/grant-view.server'
import type { PersonAdmin } from '~/queries/get-person-admin.server'
import { GrantLine } from './grant-line'
import styles from './person-grants.module.css'
import type { TypedValues } from './typed-values'

/** What a person holds and held; taking something back asks for the reason first. */
export function PersonGrants(props: {
  person: PersonAdmin
  /** The grant whose taking back is asked about. */
  revoking: string | null
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { person, revoking } = props
  return (
    <>
      <Section id="grants" title={t('admin.person.grants')}>
        {person.inForce.length === 0 ? (
          <p>{t('admin.person.grants.none')}</p>
        ) : (
          <ul role="list" className={styles.grants}>
            {person.inForce.map((grant) => (
              <li key={grant.id} className={styles.grant} id={`grant-${grant.id}`}>
                <GrantLine grant={grant} linked>
                  <span className={styles.since}>
                    <Dated message="admin.person.since" date={grant.grantedAt} />
                  </span>
                </GrantLine>
                {mayRevoke(person, grant) && revoking !== grant.id && (
                  <a
                    className={styles.revoke}
                    href={`${paths.adminPerson(person.id, { revoke: grant.id })}#grant-${grant.id}`}
                    aria-label={t('admin.grant.revokeOf', { name: nameOf(grant, t) })}
                  >
                    {t('admin.grant.revoke')}
                  </a>
                )}
                {mayRevoke(person, grant) && revoking === grant.id && (
                  <RevokeForm person={person} grant={grant} typed={props.typed} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {person.former.length > 0 && (
        <Section id="former" title={t('admin.person.former')}>
          <ul role="list" className={styles.grants}>
            {person.former.map((grant) => (
              <li key={grant.id} className={styles.grant}>
                <GrantLine grant={{ ...grant, until: null }} linked>
                  <span className={styles.since}>
                    {grant.revokedAt ? (
                      <Dated message="admin.person.former.revoked" date={grant.revokedAt} />
                    ) : (
                      grant.until && (
                        <Dated message="admin.person.former.ended" date={lastDay(grant.until)} />
                      )
                    )}
                  </span>
                </GrantLine>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function RevokeForm(props: { person: PersonAdmin; grant: GrantView; typed: TypedValues }) {
  const { t } = useTranslate()
  const { person, grant, typed } = props
  return (
    <PostForm>
      <input type="hidden" name="intent" value="revoke" />
      <input type="hidden" name="grantId" value={grant.id} />
      <Fields>
        <TextField
          name="revokeReason"
          label={t('admin.grant.revoke.reason')}
          defaultValue={typed.value('revokeReason')}
          error={typed.errors('revokeReason')}
        />
        <Actions>
          <Button variant="danger">{t('admin.grant.revoke.do')}</Button>
          <a href={paths.adminPerson(person.id)}>{t('admin.cancel')}</a>
        </Actions>
      </Fields>
    </PostForm>
  )
}

/** A message with a date in it, as a time element. */
function Dated(props: {
  message: 'admin.person.since' | 'admin.person.former.revoked' | 'admin.person.former.ended'
  date: Date
}) {
  const { t } = useTranslate()
  const [before = '', after = ''] = t(props.message, { date: '\n' }).split('\n')
  return (
    <>
      {before}
      <DateTime value={props.date} show="day" />
      {after}
    </>
  )
}

function lastDay(until: Date): Date {
  return new Date(until.getTime() - 1)
}

/** One's own office as administrator is taken back by another. */
function mayRevoke(person: PersonAdmin, grant: GrantView): boolean {
  return !(person.viewerThemselves && grant.role === 'admin')
}

function nameOf(grant: GrantView, t: ReturnType<typeof useTranslate>['t']): string {
  const office = grant.office ? t(`admin.office.${grant.office}`) : t(`role.${grant.role}`)
  return grant.body ? `${office} ${grant.body.name}` : office
}
