import { Notice } from '~/components/ui/notice'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnSanction } from '~/queries/get-own-sanction.server'

/** What holds for one's account, why, until when, and the way to an appeal. */
export function OwnSanctionNotices(props: { sanctions: readonly OwnSanction[] }) {
  const { t } = useTranslate()
  return props.sanctions.map((sanction) => (
    <Notice key={sanction.id} kind="warning" title={t(`sanction.own.${sanction.step}`)}>
      <Means sanction={sanction} />
      <p>{sanction.reason}</p>
      <p>
        <a href={paths.ownSanction(sanction.id)}>{t('sanction.own.toDetails')}</a>
      </p>
    </Notice>
  ))
}

/** What a sanction means for its person, and until when. */
export function Means({ sanction }: { sanction: Pick<OwnSanction, 'step' | 'until'> }) {
  const { t, language } = useTranslate()
  const { step, until } = sanction
  return (
    <p>
      {t(`sanction.own.means.${step}`, until ? { until: formatDateTime(until, language) } : {})}
    </p>
  )
}
