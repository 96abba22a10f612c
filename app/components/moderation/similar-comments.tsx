import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReviewItem } from '~/queries/get-review-item.server'
import styles from './review-context.module.css'
import { STATUS_TONES } from './reviewed-text'

/** What others wrote to the same end, as far as it can be told, and the way to join the item to one of them. */
export function SimilarComments({ item }: { item: ReviewItem }) {
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
          <PostForm action={paths.moderationSame()}>
            <input type="hidden" name="leave" value={item.id} />
            <Button variant="secondary">{t('moderation.same.leave')}</Button>
          </PostForm>
        </>
      )}
      {joinable && <p className={styles.small}>{t('moderation.same.hint')}</p>}
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
              <a href={paths.moderation({ item: each.id })} className={styles.other}>
                {each.text}
              </a>
            </p>
            {each.topicId !== item.topic.id && (
              <p className={styles.small}>
                {t('moderation.same.elsewhere', { title: each.topicTitle })}
              </p>
            )}
            {joinable && each.topicId === item.topic.id && each.difference !== 'side' && (
              <PostForm action={paths.moderationSame()}>
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
