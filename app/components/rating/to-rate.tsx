import { Notice } from '~/components/ui/notice'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnAnswer } from '~/queries/list-own-answers.server'

/** Asks who raised what was answered to rate it; nothing for everybody else. */
export function ToRate({ answers }: { answers: readonly OwnAnswer[] }) {
  const { t } = useTranslate()
  if (answers.length === 0) return null
  return (
    <Notice kind="info" title={t('rating.toRate.lede')}>
      {answers.map(({ responseId, department }) => (
        <p key={responseId}>
          <a href={paths.rateResponse(responseId)}>{t('rating.toRate.item', { department })}</a>
        </p>
      ))}
    </Notice>
  )
}
