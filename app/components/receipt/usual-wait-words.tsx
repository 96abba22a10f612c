import { useTranslate } from '~/i18n/use-translate'
import type { UsualWait } from '~/queries/get-usual-wait.server'
import { waitWords } from './wait-words'

/** How long a review usually takes, in a sentence; where there is too little to say it from, that. */
export function UsualWaitWords(props: { usual: UsualWait | 'tooFew' }) {
  const { t } = useTranslate()
  const { usual } = props
  if (usual === 'tooFew') return <>{t('receipt.usual.tooFew')}</>
  return (
    <>
      {t('receipt.usual.text', {
        median: waitWords(usual.medianMinutes, t),
        p90: waitWords(usual.p90Minutes, t),
      })}
    </>
  )
}
