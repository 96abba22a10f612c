import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { AnswerPreview } from './answer-preview'
import { AwaitingSignOff, Drafting, Published, Scheduled, type AnswerProps } from './answer-stages'
import styles from './answer-state.module.css'
import { ContributionForm, Contributions } from './contributions'

/** The answer as it stands, and what this reader can do with it now. */
export function AnswerState(props: AnswerProps) {
  const { t } = useTranslate()
  const { item } = props
  const { response, may } = item
  if (response?.status === 'published') {
    return (
      <Stated title={t('desk.state.published')} notice={props.notice}>
        <Published {...props} />
      </Stated>
    )
  }
  if (may.acknowledge) {
    return (
      <Stated
        title={t('desk.acknowledge.title')}
        lede={t('desk.acknowledge.text')}
        notice={props.notice}
      >
        <PostForm action={props.action}>
          <input type="hidden" name="intent" value="acknowledge" />
          <input type="hidden" name="departmentId" value={item.asked.departmentId} />
          <Button wide>{t('desk.acknowledge.button')}</Button>
        </PostForm>
      </Stated>
    )
  }
  if (response?.status === 'awaitingSignOff') {
    const title = response.publishedVersion ? 'answer.correction.signTitle' : 'desk.signOff.title'
    return (
      <Stated title={t(title)} notice={props.notice}>
        <AwaitingSignOff {...props} />
      </Stated>
    )
  }
  if (response?.status === 'scheduled') {
    return (
      <Stated title={t('answer.scheduled.title')} notice={props.notice}>
        <Scheduled {...props} />
      </Stated>
    )
  }
  if (may.draft) {
    const corrected = response?.publishedVersion
    return (
      <Stated
        title={t(corrected ? 'answer.correction.title' : 'desk.draft.title')}
        lede={corrected && t('answer.correction.lede', { n: corrected.number })}
        notice={props.notice}
      >
        <Drafting {...props} />
      </Stated>
    )
  }
  return (
    <>
      <OwnPart {...props} />
      <Stated
        title={t('desk.draft.present')}
        lede={<Watching item={item} />}
        notice={item.desk.own ? undefined : props.notice}
      >
        {response?.currentDraft ? (
          <AnswerPreview item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
        ) : (
          <p>{t('desk.history.empty')}</p>
        )}
      </Stated>
    </>
  )
}

/** The answer's part of the page; forms lead back to it, and it begins with what came of them. */
function Stated(props: {
  title: string
  lede?: ReactNode
  notice?: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <Section id={props.id ?? 'answer'} title={props.title} lede={props.lede}>
      <div className={styles.stack}>
        {props.notice}
        {props.children}
      </div>
    </Section>
  )
}

/** A 会办 department's own paragraphs: to be written, or as they were given. */
function OwnPart(props: AnswerProps) {
  const { t } = useTranslate()
  const { item } = props
  const { own, may } = item.desk
  if (!own || !item.asked.acknowledgedAt) return null
  return (
    <Stated
      id="contribution"
      title={t('answer.contribution.title')}
      lede={t('answer.contribution.lede', { lead: item.answering.department.name })}
      notice={props.notice}
    >
      {may.contribute ? (
        <ContributionForm item={item} action={props.action} form={props.contributionForm} />
      ) : (
        <Contributions contributions={[own]} toTakeOver={false} />
      )}
    </Stated>
  )
}

function Watching({ item }: { item: DeskItemDetail }) {
  const { t } = useTranslate()
  if (item.watches) return <>{t('desk.watch.text')}</>
  if (item.asked.part === 'joint') {
    return <>{t('desk.joint.text', { lead: item.answering.department.name })}</>
  }
  return <>{t(item.asked.acknowledgedAt ? 'desk.draft.elsewhere' : 'desk.acknowledge.waiting')}</>
}
