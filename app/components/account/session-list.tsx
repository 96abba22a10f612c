import { Button } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { PostForm } from '~/components/ui/post-form'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import type { Device } from '~/domain/account/device'
import type { Translate } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import type { SessionView } from '~/queries/list-sessions.server'
import styles from './session-list.module.css'

/** Where an account is signed in, each with a way to end it but the present one. */
export function SessionList(props: { sessions: readonly SessionView[] }) {
  const { t } = useTranslate()
  return (
    <RuledList>
      {props.sessions.map((session) => {
        const device = deviceWords(session.device, t)
        const network = session.sameNetwork ? 'same' : 'other'
        return (
          <RuledItem
            key={session.id}
            margin={
              session.current ? (
                <Tag tone="song">{t('account.sessions.current')}</Tag>
              ) : (
                <PostForm>
                  <input type="hidden" name="sessionId" value={session.id} />
                  <Button variant="secondary" aria-label={t('account.sessions.endOf', { device })}>
                    {t('account.sessions.end')}
                  </Button>
                </PostForm>
              )
            }
          >
            <h2 className={styles.device}>{device}</h2>
            <MetaLine>
              <span>
                {t('account.sessions.seen')} <DateTime value={session.lastSeenAt} />
              </span>
              <span>
                {t('account.sessions.since')} <DateTime value={session.createdAt} />
              </span>
              {!session.current && <span>{t(`account.sessions.network.${network}`)}</span>}
            </MetaLine>
          </RuledItem>
        )
      })}
    </RuledList>
  )
}

function deviceWords(device: Device, t: Translate): string {
  const system = device.system && t(`device.system.${device.system}`)
  const browser = device.browser && t(`device.browser.${device.browser}`)
  if (system && browser) return t('device.with', { system, browser })
  return system ?? browser ?? t('device.unknown')
}
