import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { LinkTabs } from '~/components/ui/link-tabs'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** Above the pages on what texts are screened by. */
export function ScreeningTabs(props: { at: 'rules' | 'words' | 'reasons' }) {
  const { t } = useTranslate()
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.moderation(), label: t('moderation.title') }]} />
      <LinkTabs
        tabs={[
          {
            href: paths.screeningRules(),
            label: t('screening.rules.title'),
            current: props.at === 'rules',
          },
          {
            href: paths.screeningWords(),
            label: t('screening.words.title'),
            current: props.at === 'words',
          },
          {
            href: paths.adminReasons(),
            label: t('admin.reasons.title'),
            current: props.at === 'reasons',
          },
        ]}
      />
    </>
  )
}
