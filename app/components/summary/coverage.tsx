import { useTranslate } from '~/i18n/use-translate'
import type { Coverage as CoverageFacts } from '~/queries/get-summary-editor.server'
import styles from './coverage.module.css'

/** How much of what was said the summary rests on, by stance, so that no side is overlooked. */
export function Coverage({ coverage }: { coverage: CoverageFacts }) {
  const { t } = useTranslate()
  const { published, cited, stances } = coverage
  return (
    <section aria-labelledby="coverage-title" className={styles.coverage}>
      <h2 id="coverage-title" className={styles.title}>
        {t('summary.coverage.title')}
      </h2>
      <p>{t('summary.coverage.all', { published, cited })}</p>
      <ul role="list" className={styles.stances}>
        {stances.map((each) => (
          <li key={each.stance}>
            {t('summary.coverage.stance', {
              stance: t(`stance.${each.stance}`),
              published: each.published,
              cited: each.cited,
            })}
            {cited > 0 && each.cited === 0 && (
              <p className={styles.overlooked}>
                {t('summary.coverage.overlooked', { stance: t(`stance.${each.stance}`) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
