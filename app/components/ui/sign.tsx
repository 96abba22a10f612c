import { classNames } from './class-names'
import styles from './sign.module.css'

export type SignKind = 'info' | 'success' | 'warning' | 'error'

const OUTLINES: Record<SignKind, string> = {
  info: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19Z',
  success:
    'M4.5 3h15A1.5 1.5 0 0 1 21 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 19.5v-15A1.5 1.5 0 0 1 4.5 3Z',
  warning: 'M12 2.8 22.4 20.6H1.6Z',
  error: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8Z',
}

const FIGURES: Record<SignKind, string> = {
  info: 'M12 10.8v6M12 7.2v.2',
  success: 'm7.4 12.4 3.2 3.2 6-7',
  warning: 'M12 9v5.6M12 17.4v.2',
  error: 'M12 7v6.4M12 16.8v.2',
}

/** A sign told by its shape: ring, box with a tick, triangle, octagon. Words stand beside it: it is hidden from screen readers. */
export function Sign(props: { kind: SignKind; className?: string }) {
  return (
    <svg
      className={classNames(styles.sign, props.className)}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={OUTLINES[props.kind]} />
      <path d={FIGURES[props.kind]} />
    </svg>
  )
}
