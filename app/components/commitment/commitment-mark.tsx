import { commitmentStanding, type CommitmentState } from '~/domain/response/commitment'
import { useTranslate } from '~/i18n/use-translate'
import styles from './commitment-mark.module.css'

const RING = 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z'
const BOX =
  'M5 3.5h14A1.5 1.5 0 0 1 20.5 5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5Z'

/** Each standing has a shape of its own: ring, ring with hands, triangle, box with a tick, barred ring. */
const SHAPES = {
  open: [RING],
  today: [RING, 'M12 7.5V12l3 2'],
  overdue: ['M12 3.2 21.8 20H2.2Z', 'M12 9.4v5M12 17v.2'],
  kept: [BOX, 'm7.6 12.3 3 3 5.8-6.6'],
  keptLate: [BOX, 'm7.6 12.3 3 3 5.8-6.6'],
  withdrawn: [RING, 'M7 12h10'],
} as const

/** Where a promise stands, in shape and word; by colour only in addition. */
export function CommitmentMark(props: {
  commitment: { state: CommitmentState; dueOn: string }
  now: Date
}) {
  const { t } = useTranslate()
  const standing = commitmentStanding(props.commitment, props.now)
  const { kind } = standing
  return (
    <span className={styles.mark} data-standing={kind}>
      <svg
        className={styles.shape}
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        focusable="false"
      >
        {SHAPES[kind].map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
      {t(`commitment.state.${kind}`, 'days' in standing ? { n: standing.days } : {})}
    </span>
  )
}
