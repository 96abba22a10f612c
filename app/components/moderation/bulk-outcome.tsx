import { Actions, ButtonLink } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { RuledItem, RuledList } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { LeftOut, ManyVerdict } from '~/commands/decide-many.server'
import { ReasonLine } from './decision-notices'

/** What came of a decision on many: how many were decided, and what was left to others, by name. */
export function BulkOutcome(props: {
  done:
    | { back: string; problem: 'none' | 'tooMany' | 'reason' }
    | { back: string; outcome: ManyVerdict['outcome']; decided: number; left: readonly LeftOut[] }
}) {
  const { t } = useTranslate()
  const { done } = props
  return (
    <>
      <PageHeading title={t('moderation.bulk.title')} />
      {'problem' in done ? (
        <Notice kind="warning" title={t(`moderation.bulk.problem.${done.problem}`)} live />
      ) : (
        <>
          <Notice
            kind="success"
            title={t(`moderation.bulk.done.${done.outcome}`, { n: done.decided })}
            live
          />
          {done.left.length > 0 && (
            <section aria-labelledby="left-title">
              <h2 id="left-title">{t('moderation.bulk.left', { n: done.left.length })}</h2>
              <RuledList>
                {done.left.map(({ commentId, authorName, why, who, ...because }) => (
                  <RuledItem key={commentId}>
                    <p>
                      <a href={paths.moderation({ item: commentId })}>
                        {t('moderation.bulk.of', { name: authorName })}
                      </a>{' '}
                      {t(`moderation.bulk.why.${why}`, { who })}
                    </p>
                    <ReasonLine {...because} />
                  </RuledItem>
                ))}
              </RuledList>
            </section>
          )}
        </>
      )}
      <Actions>
        <ButtonLink href={done.back} variant="secondary">
          {t('moderation.bulk.back')}
        </ButtonLink>
      </Actions>
    </>
  )
}
