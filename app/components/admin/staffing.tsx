import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'
import styles from './staffing.module.css'

/** How many hold an office in a body; said with emphasis where nobody does and somebody should. */
export function Staffing(props: { n: number; some: MessageKey; none?: MessageKey }) {
  const { t } = useTranslate()
  if (props.n > 0) return <span>{t(props.some, { n: props.n })}</span>
  return props.none ? <span className={styles.lacking}>{t(props.none)}</span> : null
}
