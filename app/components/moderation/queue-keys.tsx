import { useRouteLoaderData } from '@remix-run/react'
import { Actions, Button } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import type { RootData } from '~/root'
import styles from './queue-keys.module.css'

/** The keys as they are before somebody changes them; 1 to 9 name the reasons. */
const KEYS = [
  ['next', 'j'],
  ['previous', 'k'],
  ['approve', 'a'],
  ['reject', 'd'],
  ['mask', 'm'],
  ['return', 'r'],
  ['forward', 'f'],
  ['escalate', 'e'],
  ['undo', 'u'],
  ['tick', 'x'],
  ['filter', '/'],
  ['help', '?'],
] as const

/**
 * The queue's keys: their list, in which each can be changed and all switched off (kept in this browser), the words
 * by which they say what happened, and the script. Without script none of it shows.
 */
export function QueueKeys() {
  const { t } = useTranslate()
  const root = useRouteLoaderData('root') as RootData | undefined
  return (
    <>
      <div className={styles.box}>
        <button type="button" id="queue-keys-open" className={styles.opener} hidden>
          {t('moderation.keys.open')}
        </button>
      </div>
      <p
        id="queue-said"
        className="visually-hidden"
        role="status"
        data-item={t('moderation.keys.said.item')}
        data-opened={t('moderation.keys.said.opened')}
        data-first={t('moderation.keys.said.first')}
        data-last={t('moderation.keys.said.last')}
        data-nothing={t('moderation.keys.said.nothing')}
        data-hidden={t('moderation.keys.said.hidden')}
        data-ticked={t('moderation.keys.said.ticked')}
        data-saved={t('moderation.keys.said.saved')}
        data-taken={t('moderation.keys.said.taken')}
      />
      <dialog id="queue-keys" className={styles.dialog} aria-labelledby="queue-keys-title">
        <form method="dialog" className={styles.form}>
          <h2 id="queue-keys-title">{t('moderation.keys.title')}</h2>
          <p>{t('moderation.keys.hint')}</p>
          <div className={styles.keys}>
            {KEYS.map(([name, key]) => (
              <label key={name} className={styles.key}>
                {t(`moderation.keys.${name}`)}
                <input data-key={name} defaultValue={key} maxLength={1} autoComplete="off" />
              </label>
            ))}
          </div>
          <label className={styles.off}>
            <input type="checkbox" name="off" />
            {t('moderation.keys.off')}
          </label>
          <Actions>
            <Button>{t('moderation.keys.save')}</Button>
            <Button type="button" variant="quiet" data-reset>
              {t('moderation.keys.reset')}
            </Button>
          </Actions>
        </form>
      </dialog>
      {root?.nonce && <script type="module" src="/queue.js" nonce={root.nonce} />}
    </>
  )
}
