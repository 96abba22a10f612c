import { Button, ButtonLink } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import type { Subject } from '~/domain/notice/subject'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** Follows what a page is about, or follows it no more; a guest is led to sign in and back. */
export function FollowControl(props: {
  subject: Subject
  /** Whether the reader follows it; null for guests. */
  followed: boolean | null
  /** The page, to come back to. */
  here: string
}) {
  const { t } = useTranslate()
  const { subject, followed, here } = props
  const label = t(`notice.follow.${subject.kind}`)
  if (followed === null) {
    return (
      <ButtonLink href={paths.signIn(here)} variant="quiet">
        {label}
      </ButtonLink>
    )
  }
  return (
    <PostForm action={paths.follows()}>
      <FollowFields subject={subject} on={!followed} back={here} />
      <Button variant="quiet">{followed ? t('notice.unfollow') : label}</Button>
    </PostForm>
  )
}

/** What a form that follows sends beside its button. */
export function FollowFields(props: { subject: Subject; on: boolean; back: string }) {
  return (
    <>
      <input type="hidden" name="subject" value={`${props.subject.kind}:${props.subject.id}`} />
      <input type="hidden" name="on" value={props.on ? '1' : '0'} />
      <input type="hidden" name="back" value={props.back} />
    </>
  )
}
