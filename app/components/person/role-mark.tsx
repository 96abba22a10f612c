import { classNames } from '~/components/ui/class-names'
import type { VOICES } from '~/domain/person/role'
import { useTranslate } from '~/i18n/use-translate'
import styles from './role-mark.module.css'

type MarkedVoice = Exclude<(typeof VOICES)[number], 'resident'>

/** Square, circle, hexagon, lozenge, dotted frame: each voice is known by its shape before its colour. */
function Outline(props: { voice: MarkedVoice }) {
  switch (props.voice) {
    case 'official':
      return <rect x="1.5" y="1.5" width="21" height="21" rx="2.5" />
    case 'member':
      return <circle cx="12" cy="12" r="10.75" />
    case 'expert':
      return <path d="M6.5 1.75h11L23 12l-5.5 10.25h-11L1 12Z" />
    case 'convener':
      return <path d="M12 -2 26 12 12 26 -2 12Z" />
    case 'onSite':
      return <rect x="1.5" y="1.5" width="21" height="21" strokeDasharray="0 4.2" />
  }
}

/**
 * In whose voice something is said: the mark of an official, a member, an expert, a convener, or of an entry
 * made on site. Residents have none: they are the norm. The word stands beside the mark unless `bare`, when
 * it is there only for those who hear the page; `word` replaces it by something more exact.
 */
export function RoleMark(props: { voice: (typeof VOICES)[number]; word?: string; bare?: boolean }) {
  const { t } = useTranslate()
  const { voice } = props
  if (voice === 'resident') return null
  return (
    <span className={classNames(styles.mark, styles[voice])}>
      <svg
        className={styles.shape}
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        focusable="false"
      >
        <Outline voice={voice} />
        <text
          className={styles.letter}
          x="12"
          y="12"
          textAnchor="middle"
          dominantBaseline="central"
        >
          {t(`voice.mark.${voice}`)}
        </text>
      </svg>
      <span className={props.bare ? 'visually-hidden' : undefined}>
        {props.word ?? t(`voice.${voice}`)}
      </span>
    </span>
  )
}
