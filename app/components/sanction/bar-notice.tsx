import { Notice } from '~/components/ui/notice'
import { useTranslate } from '~/i18n/use-translate'
import type { SanctionBar } from '~/policies/sanction'

/** Why the viewer leaves it to a colleague. */
export function BarNotice({ bar }: { bar: SanctionBar }) {
  const { t } = useTranslate()
  return (
    <Notice kind="info" title={t('sanction.bar.title')}>
      <p>{t(`sanction.bar.${bar}`)}</p>
    </Notice>
  )
}
