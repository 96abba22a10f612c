import { ButtonLink } from '~/components/ui/button'
import { PageHeading } from '~/components/ui/page-heading'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { PublicError } from '~/server/http/error-response.server'

/** What happened, what was kept, what to do: for every error that reaches a page. */
export function ErrorPage({ error }: { error: PublicError }) {
  const { t } = useTranslate()
  return (
    <>
      <PageHeading
        title={t(`error.${error.code}.title`)}
        lede={<p>{t(`error.${error.code}.text`, error.params)}</p>}
      />
      <p>
        <ButtonLink href={paths.home()}>{t('common.toHome')}</ButtonLink>
      </p>
      {error.requestId && <p>{t('common.requestId', { id: error.requestId })}</p>}
    </>
  )
}
