import type { AuthorStanding } from '~/domain/moderation/standing'
import { classNames } from '~/components/ui/class-names'
import { useTranslate } from '~/i18n/use-translate'
import styles from './standing-mark.module.css'

type Shape = 'waits' | 'public' | 'back' | 'refused' | 'gone'

const SHAPES: Record<AuthorStanding, Shape> = {
  pending: 'waits',
  published: 'public',
  hidden: 'waits',
  rejected: 'refused',
  returned: 'back',
  withdrawn: 'gone',
  publishedEditWaits: 'waits',
  publishedEditRejected: 'public',
  publishedEditReturned: 'back',
}

/** A clock, a box with a tick, an arrow that comes back, an octagon with a bar, an empty ring. */
const FIGURES: Record<Shape, string> = {
  waits: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19ZM12 7v5.4l3.6 2.1',
  public:
    'M4.5 3h15A1.5 1.5 0 0 1 21 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 19.5v-15A1.5 1.5 0 0 1 4.5 3ZM7.4 12.4l3.2 3.2 6-7',
  back: 'M3.5 9.5h10a5.5 5.5 0 0 1 0 11H7M8.5 4.5l-5 5 5 5',
  refused: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8ZM7.5 12h9',
  gone: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
}

/** Where a comment stands for its author: told by a shape and a word, then by colour. */
export function StandingMark(props: { standing: AuthorStanding; large?: boolean }) {
  const { t } = useTranslate()
  const shape = SHAPES[props.standing]
  return (
    <span className={classNames(styles.mark, styles[shape], props.large && styles.large)}>
      <svg
        className={styles.figure}
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        focusable="false"
      >
        <path d={FIGURES[shape]} />
      </svg>
      {t(`receipt.standing.${props.standing}`)}
    </span>
  )
}
