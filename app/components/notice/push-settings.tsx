import { useRouteLoaderData } from '@remix-run/react'
import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './followed-list.module.css'

/** Notices in the reader's browsers: offered by script, where the browser can; turned off without. */
export function PushSettings(props: { publicKey: string; browsers: number }) {
  const { t } = useTranslate()
  const root = useRouteLoaderData('root') as { nonce: string } | undefined
  return (
    <div className={styles.more}>
      {props.browsers > 0 && <p>{t('notice.push.on', { n: props.browsers })}</p>}
      <p data-push-unsupported="">{t('notice.push.unsupported')}</p>
      <PostForm action={paths.noticePush()} data-push-key={props.publicKey} hidden>
        <input type="hidden" name="endpoint" />
        <input type="hidden" name="p256dh" />
        <input type="hidden" name="auth" />
        <Button variant="secondary">{t('notice.push.action')}</Button>
      </PostForm>
      <p role="alert" data-push-problem="" hidden>
        {t('notice.push.problem')}
      </p>
      {props.browsers > 0 && (
        <PostForm action={paths.noticePush()}>
          <input type="hidden" name="off" value="1" />
          <Button variant="quiet">{t('notice.push.off')}</Button>
        </PostForm>
      )}
      {root?.nonce && <script type="module" src="/push.js" nonce={root.nonce} />}
    </div>
  )
}
