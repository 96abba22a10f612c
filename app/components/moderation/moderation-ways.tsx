import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './moderation-ways.module.css'

/** What the viewer may open beside the queue. */
export interface WaysOpen {
  /** By what texts are screened, and the reasons that authors are given. */
  screening: boolean
  /** How many decisions a second look contests, for a 审核组长; null for others. */
  contested: number | null
  /** How many sanctions are proposed, for a 审核组长; null for others. */
  sanctions: number | null
  /** How many ratings wait to be read. */
  ratings: number
}

/** From the queue to the pages beside it. */
export function ModerationWays({ open }: { open: WaysOpen }) {
  const { t } = useTranslate()
  const { contested, sanctions } = open
  const ways = [
    { href: paths.moderationRatings(), label: t('rating.review.count', { n: open.ratings }) },
    { href: paths.moderationFigures(), label: t('figures.title') },
    contested !== null && {
      href: paths.secondLooks(),
      label: contested > 0 ? t('secondLook.ways.n', { n: contested }) : t('secondLook.title'),
    },
    sanctions !== null && {
      href: paths.sanctions(),
      label:
        sanctions > 0 ? t('sanction.queue.linkCount', { n: sanctions }) : t('sanction.queue.link'),
    },
    open.screening && { href: paths.screeningRules(), label: t('screening.rules.title') },
    open.screening && { href: paths.adminReasons(), label: t('admin.reasons.title') },
  ].filter((way) => way !== false)
  return (
    <nav aria-label={t('secondLook.ways.label')}>
      <ul role="list" className={styles.ways}>
        {ways.map((way) => (
          <li key={way.href}>
            <a className={styles.way} href={way.href}>
              {way.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
