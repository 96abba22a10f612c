import { Actions, Button } from '~/components/ui/button'
import { CheckboxGroup, Fields } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { Tag } from '~/components/ui/tag'
import { tickedValue } from '~/forms/review'
import { useTranslate } from '~/i18n/use-translate'
import { paths, type QueueQuery } from '~/paths'
import type { SimilarComment } from '~/queries/find-similar-comments.server'
import type { ReviewItem } from '~/queries/get-review-item.server'
import styles from './review-context.module.css'
import { STATUS_TONES } from './reviewed-text'

/** What others wrote to the same end, as far as it can be told, and the way to join the item to one of them. */
export function SimilarComments(props: { item: ReviewItem; place: QueueQuery }) {
  const { item, place } = props
  const { t } = useTranslate()
  if (item.similar.length === 0 && !item.joined) return null
  const joinable = item.open && item.recusal === null && !item.task?.leasedBy && !item.joined
  return (
    <section className={styles.part} aria-labelledby="similar-title">
      <h2 id="similar-title" className={styles.title}>
        {t('moderation.same.title')}
      </h2>
      {item.joined && (
        <>
          <p>{t('moderation.same.member')}</p>
          <PostForm action={paths.moderationSame(place)}>
            <input type="hidden" name="leave" value={item.id} />
            <Button variant="secondary">{t('moderation.same.leave')}</Button>
          </PostForm>
        </>
      )}
      {joinable && <p className={styles.small}>{t('moderation.same.hint')}</p>}
      <JoinMany item={item} place={place} joinable={joinable} />
      <ul role="list" className={styles.others}>
        {item.similar.map((each) => (
          <li key={each.id}>
            <p className={styles.small}>
              <b>{t('moderation.same.alike', { n: Math.round(each.share * 100) })}</b>{' '}
              {each.authorName}{' '}
              <Tag tone={STATUS_TONES[each.status]}>{t(`moderation.status.${each.status}`)}</Tag>
            </p>
            {each.difference && (
              <p className={styles.small}>{t(`moderation.same.difference.${each.difference}`)}</p>
            )}
            <p>
              <a href={paths.moderation({ ...place, item: each.id })} className={styles.other}>
                {each.text}
              </a>
            </p>
            {each.topicId !== item.topic.id && (
              <p className={styles.small}>
                {t('moderation.same.elsewhere', { title: each.topicTitle })}
              </p>
            )}
            {joinable && each.topicId === item.topic.id && each.difference !== 'side' && (
              <PostForm action={paths.moderationSame(place)}>
                <input type="hidden" name="commentId" value={item.id} />
                <input type="hidden" name="revisionId" value={item.revision.id} />
                <input type="hidden" name="version" value={item.version} />
                <input type="hidden" name="sameAsId" value={each.id} />
                <Button variant="secondary">{t('moderation.same.join')}</Button>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One decision for all copies that wait: with the item, where that waits, too. Those that are ticked go along. */
function JoinMany(props: { item: ReviewItem; place: QueueQuery; joinable: boolean }) {
  const { t } = useTranslate()
  const { item, place, joinable } = props
  const ofTopic = item.similar.filter(({ same, topicId }) => same && topicId === item.topic.id)
  const copies = ofTopic.filter(
    ({ latestStatus, groupId }) => latestStatus === 'pending' && groupId === null,
  )
  const leads = !item.open && item.status === 'published'
  if (copies.length === 0 || item.secondLookId || !(joinable || leads)) return null
  // A group that is there goes on; else what is public leads, and else the item itself.
  const lead =
    item.joined || leads
      ? item
      : (ofTopic.find(({ groupId }) => groupId !== null) ??
        ofTopic.find(({ status }) => status === 'published') ??
        item)
  return (
    <PostForm action={paths.moderationBulk()}>
      <input type="hidden" name="back" value={paths.moderation(place)} />
      <input type="hidden" name="sameAsId" value={lead.id} />
      {joinable && (
        <input
          type="hidden"
          name="text"
          value={tickedValue({
            commentId: item.id,
            revisionId: item.revision.id,
            version: item.version,
          })}
        />
      )}
      <Fields>
        <CheckboxGroup
          name="text"
          id="same-many"
          label={t('moderation.same.many.title', { n: copies.length })}
          hint={t(joinable ? 'moderation.same.many.hint' : 'moderation.same.many.hintDecided')}
          defaultValues={copies.map(valueOf)}
          options={copies.map((copy) => ({
            value: valueOf(copy),
            label: copy.authorName,
            hint: copy.text,
          }))}
        />
        <Actions>
          <Button variant="secondary" name="outcome" value="join">
            {t('moderation.same.many.join')}
          </Button>
        </Actions>
      </Fields>
    </PostForm>
  )
}

function valueOf({ id, revisionId, version }: SimilarComment): string {
  return tickedValue({ commentId: id, revisionId, version })
}
