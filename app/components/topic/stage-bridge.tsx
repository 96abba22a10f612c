import { classNames } from '~/components/ui/class-names'
import { DateTime } from '~/components/ui/date-time'
import { STAGES, type Stage } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { BRIDGE_HEIGHT, BRIDGE_WIDTH, bridgeSpans } from './bridge-spans'
import styles from './stage-bridge.module.css'

const SPANS = bridgeSpans(STAGES.length)

type Progress = 'walked' | 'present' | 'ahead'

/** Where a stage stands while the topic is in `present`. */
function progressOf(stage: Stage, present: Stage): Progress {
  const distance = STAGES.indexOf(stage) - STAGES.indexOf(present)
  if (distance === 0) return 'present'
  return distance < 0 ? 'walked' : 'ahead'
}

/**
 * The stages of a topic as a bridge of arches: walked spans of stone, the present one lit, the rest in outline.
 * The drawing is for the eye; the ordered list beneath it says the same in words. On a phone the drawing
 * shrinks to a strip, with the name of the present stage and its number under it.
 */
export function StageBridge(props: {
  stage: Stage
  /** When each stage began, as far as it did; dates or their ISO form. */
  since?: Partial<Record<Stage, Date | string>>
}) {
  const { t } = useTranslate()
  const step = t('stage.bridge.step', {
    n: STAGES.indexOf(props.stage) + 1,
    total: STAGES.length,
  })
  return (
    <div className={styles.bridge}>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${BRIDGE_WIDTH} ${BRIDGE_HEIGHT}`}
        width={BRIDGE_WIDTH}
        height={BRIDGE_HEIGHT}
        aria-hidden="true"
        focusable="false"
      >
        {STAGES.map((stage, index) => {
          const span = SPANS[index]
          if (!span) return null
          const progress = progressOf(stage, props.stage)
          if (progress === 'ahead')
            return <path key={stage} className={styles.outline} d={span.outline} />
          return (
            <g key={stage}>
              {progress === 'present' && (
                <>
                  <path className={styles.lamp} d={span.opening} />
                  <path className={styles.glint} d={span.glints} />
                </>
              )}
              <path className={styles.stone} d={span.stone} />
            </g>
          )
        })}
      </svg>
      <ol role="list" className={styles.stages} aria-label={t('stage.bridge.label')}>
        {STAGES.map((stage) => {
          const progress = progressOf(stage, props.stage)
          const since = props.since?.[stage]
          return (
            <li
              key={stage}
              className={classNames(styles.stage, styles[progress])}
              aria-current={progress === 'present' ? 'step' : undefined}
            >
              <span className={styles.name}>{t(`stage.${stage}`)}</span>
              {progress === 'present' ? (
                <span className={styles.step}>{step}</span>
              ) : (
                <span className="visually-hidden">{t(`stage.bridge.${progress}`)}</span>
              )}
              {since && progress !== 'ahead' && (
                <span className={styles.since}>
                  <DateTime value={since} show="monthDay" />
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
