import type { Missing } from '~/domain/topic/transition'
import { useTranslate } from '~/i18n/use-translate'
import styles from './missing-list.module.css'

/** What keeps a topic from its next stage, each in words. */
export function MissingList(props: { missing: readonly Missing[] }) {
  const { t } = useTranslate()
  return (
    <ul className={styles.missing}>
      {props.missing.map(({ code, params }) => (
        <li key={code}>{t(`transition.missing.${code}`, params)}</li>
      ))}
    </ul>
  )
}
