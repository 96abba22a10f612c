import { Button } from '~/components/ui/button'
import { SelectField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import type { SubjectKind } from '~/domain/notice/subject'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { Followed } from '~/queries/list-followed.server'
import { FollowFields } from './follow-control'
import styles from './followed-list.module.css'

const PAGES: Record<SubjectKind, ((id: string) => string) | null> = {
  topic: paths.topic,
  category: (id) => paths.topics({ category: id }),
  studio: paths.studio,
  department: null,
}

/** All that a reader follows, each with the way to follow it no more. */
export function FollowedList({ followed }: { followed: readonly Followed[] }) {
  const { t } = useTranslate()
  if (followed.length === 0) return <p>{t('notice.settings.follows.none')}</p>
  return (
    <RuledList label={t('notice.settings.follows')}>
      {followed.map((subject) => {
        const page = PAGES[subject.kind]
        return (
          <RuledItem
            key={`${subject.kind}:${subject.id}`}
            margin={
              <PostForm action={paths.follows()}>
                <FollowFields
                  subject={subject}
                  on={false}
                  back={paths.noticeSettings({ done: 'unfollowed' })}
                />
                <Button
                  variant="quiet"
                  aria-label={t('notice.unfollow.of', { name: subject.name })}
                >
                  {t('notice.unfollow')}
                </Button>
              </PostForm>
            }
          >
            <p className={styles.subject}>
              <Tag>{t(`notice.settings.kind.${subject.kind}`)}</Tag>
              {page ? <a href={page(subject.id)}>{subject.name}</a> : <span>{subject.name}</span>}
            </p>
          </RuledItem>
        )
      })}
    </RuledList>
  )
}

interface Named {
  id: string
  name: string
}

/** Follows what has no page of its own with a button for it. */
export function FollowMore(props: { category: readonly Named[]; department: readonly Named[] }) {
  const { t } = useTranslate()
  const options = (kind: 'category' | 'department') =>
    props[kind].map(({ id, name }) => ({
      value: `${kind}:${id}`,
      label: `${t(`notice.settings.kind.${kind}`)} · ${name}`,
    }))
  return (
    <PostForm action={paths.follows()}>
      <div className={styles.more}>
        <SelectField
          name="subject"
          label={t('notice.settings.follows.choose')}
          hint={t('notice.settings.follows.hint')}
          options={[...options('department'), ...options('category')]}
        />
        <input type="hidden" name="on" value="1" />
        <Button variant="secondary">{t('notice.settings.follows.add')}</Button>
      </div>
    </PostForm>
  )
}
