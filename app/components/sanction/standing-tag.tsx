import { Tag, type Tone } from '~/components/ui/tag'
import type { SanctionStanding } from '~/domain/moderation/sanction'
import { useTranslate } from '~/i18n/use-translate'

const TONES: Record<SanctionStanding, Tone> = {
  proposed: 'zhe',
  inForce: 'zhu',
  ended: 'plain',
  dismissed: 'plain',
  lifted: 'song',
}

/** Where a sanction stands, as a word. */
export function StandingTag({ standing }: { standing: SanctionStanding }) {
  const { t } = useTranslate()
  return <Tag tone={TONES[standing]}>{t(`sanction.standing.${standing}`)}</Tag>
}
