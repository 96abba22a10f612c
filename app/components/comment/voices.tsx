import { Kept } from '~/components/layout/kept'
import { EmptyState } from '~/components/ui/empty-state'
import { Pager } from '~/components/ui/pager'
import { Section } from '~/components/ui/section'
import type { Stance } from '~/domain/comment/comment'
import type { VoicesPlace } from '~/domain/comment/voices-place'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { NowFacts } from '~/components/topic/say-now'
import { CommentForm, type VoiceChoice } from './comment-form'
import type { CommentActions } from './comment-item'
import { ThreadList, type OwnPart, type ThreadEntry } from './thread-list'
import styles from './voices.module.css'
import { VoicesFilter } from './voices-filter'

/** The voices of a topic: the box to join them, ways to choose among them, and a page of conversations. */
export function Voices(props: {
  topic: { id: string; commentCount: number; tallies: Partial<Record<Stance, number>> }
  now: NowFacts
  voices: {
    entries: readonly ThreadEntry[]
    own: OwnPart
    actions: CommentActions | null
    place: Pick<VoicesPlace, 'sort' | 'filter'>
    newer: string | null
    older: string | null
  }
  say: { voices: readonly VoiceChoice[]; draftKey: string } | null
}) {
  const { t } = useTranslate()
  const { topic, now, voices, say } = props
  const { place } = voices
  const query = {
    sort: place.sort === 'new' ? undefined : place.sort,
    ...(place.filter && { [place.filter.by]: place.filter.value }),
  }
  const pageHref = (to: { after?: string; before?: string }) =>
    `${paths.topic(topic.id, { ...query, ...to })}#voices`
  return (
    <>
      <Section id="voices" title={t('thread.title')}>
        {say && (
          <div className={styles.say} id="say">
            <CommentForm
              action={paths.newComment(topic.id)}
              note={now.review && t(`comment.form.${now.review}`)}
              submit={t('comment.form.submit')}
              voices={say.voices}
              draftKey={say.draftKey}
            />
          </div>
        )}
        {topic.commentCount > 0 && (
          <Kept of={topic} name={`filter-${place.sort}-${place.filter?.value ?? 'all'}`}>
            {() => <VoicesFilter topicId={topic.id} place={place} tallies={topic.tallies} />}
          </Kept>
        )}
        {voices.entries.length > 0 ? (
          <ThreadList
            label={t('thread.label')}
            repliesLabel={t('thread.replies.label')}
            entries={voices.entries}
            actions={voices.actions}
            own={voices.own}
          />
        ) : (
          <NoVoices topicId={topic.id} count={topic.commentCount} now={now} place={place} />
        )}
        <Pager
          label={t('thread.pager.label')}
          newerLabel={t('thread.pager.newer')}
          olderLabel={t('thread.pager.older')}
          newerHref={voices.newer && pageHref({ before: voices.newer })}
          olderHref={voices.older && pageHref({ after: voices.older })}
        />
      </Section>
    </>
  )
}

function NoVoices(props: {
  topicId: string
  count: number
  now: NowFacts
  place: Pick<VoicesPlace, 'sort' | 'filter'>
}) {
  const { t } = useTranslate()
  const { topicId, count, now, place } = props
  if (count > 0) {
    const chosen = place.filter !== null || place.sort === 'responded'
    return (
      <EmptyState
        title={t(chosen ? 'thread.empty.filtered' : 'thread.empty.page')}
        action={<a href={`${paths.topic(topicId)}#voices`}>{t('thread.empty.all')}</a>}
      />
    )
  }
  const open = now.kind === 'comment' || now.kind === 'signIn' || now.kind === 'verify'
  return (
    <EmptyState title={t('thread.empty.title')}>
      <p>{t(open ? 'thread.empty.text' : 'thread.empty.closed')}</p>
    </EmptyState>
  )
}
