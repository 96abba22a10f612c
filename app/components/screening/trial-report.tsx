import { RuledItem, RuledList } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import type { TrialResult } from '~/queries/try-screening.server'
import { MarkedFiles } from './marked-files'
import { MarkedText } from './marked-text'

/** What a rule or a word would have found in the latest comments. */
export function TrialReport({ result }: { result: TrialResult }) {
  const { t } = useTranslate()
  return (
    <section aria-labelledby="trial-title" id="trial">
      <h2 id="trial-title">{t('screening.trial.title')}</h2>
      <p role="status">{t('screening.trial.found', { n: result.found, of: result.texts })}</p>
      <RuledList label={t('screening.trial.title')}>
        {result.samples.map(({ commentId, text, files, finding }) => (
          <RuledItem key={commentId}>
            <MarkedText text={text} findings={[finding]} />
            <MarkedFiles files={files} findings={[finding]} />
          </RuledItem>
        ))}
      </RuledList>
    </section>
  )
}
