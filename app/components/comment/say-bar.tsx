import type { NowFacts } from '~/components/topic/say-now'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './say-bar.module.css'

/** On a phone the way to the comment box stays in reach of a thumb. */
export function SayBar(props: { topicId: string; now: NowFacts; onPage: boolean }) {
  const { t } = useTranslate()
  const { topicId, now } = props
  const box = `${paths.topic(topicId)}#say`
  const way =
    now.kind === 'comment'
      ? { href: props.onPage ? '#say' : box, label: t('topic.say.sticky') }
      : now.kind === 'signIn'
        ? { href: paths.signIn(box), label: t('topic.now.toSignIn') }
        : now.kind === 'verify'
          ? { href: paths.changePhone(), label: t('topic.now.toVerify') }
          : null
  if (!way) return null
  return (
    <p className={styles.sticky} data-print="no">
      <a href={way.href}>{way.label}</a>
    </p>
  )
}
