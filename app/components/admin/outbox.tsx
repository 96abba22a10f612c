import { DateTime } from '~/components/ui/date-time'
import { Disclosure } from '~/components/ui/disclosure'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import styles from './outbox.module.css'

/** A mail as its reader would find it: folded under its subject. */
export function OutboxMail(props: {
  mail: { at: Date | string; to: string; subject: string; text: string }
}) {
  const { t } = useTranslate()
  const { at, to, subject, text } = props.mail
  return (
    <RuledItem>
      <Disclosure summary={subject}>
        <div className={styles.words}>{text}</div>
      </Disclosure>
      <MetaLine>
        <span>{t('admin.outbox.to', { to })}</span>
        <DateTime value={at} />
      </MetaLine>
    </RuledItem>
  )
}

/** A text message. */
export function OutboxText(props: {
  text: { phone: string; body: string; createdAt: Date | string; sent: boolean }
}) {
  const { t } = useTranslate()
  const { phone, body, createdAt, sent } = props.text
  return (
    <RuledItem>
      <p className={styles.words}>{body}</p>
      <MetaLine>
        <span>{t('admin.outbox.to', { to: phone })}</span>
        <DateTime value={createdAt} />
        {!sent && <span>{t('admin.outbox.waits')}</span>}
      </MetaLine>
    </RuledItem>
  )
}
