import type { ReactNode } from 'react'
import { SealFrame } from '~/components/response/seal-frame'
import { Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import type { FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { DraftForm } from './draft-form'
import { SentBack } from './draft-history'
import styles from './answer-state.module.css'
import { SignOffForm } from './sign-off-form'

interface AnswerProps {
  item: DeskItemDetail
  /** Where the forms are sent: the page, as it is looked at. */
  action: string
  /** What came of a form that was sent. */
  notice?: ReactNode
  draftForm?: FormState
  signOffForm?: FormState
  /** The other comments on the page are not the first ones. */
  later: boolean
  now: Date
}

/** The answer as it stands, and what this reader can do with it now. */
export function AnswerState(props: AnswerProps) {
  const { t } = useTranslate()
  const { item } = props
  const { response, may } = item
  if (response?.status === 'published') {
    return (
      <Stated title={t('desk.state.published')} notice={props.notice}>
        <Answer item={item} publishedAt={response.publishedAt ?? props.now} />
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
    return (
      <Stated title={t('desk.signOff.title')} notice={props.notice}>
        <AwaitingSignOff {...props} />
      </Stated>
    )
  }
  if (may.draft) {
    return (
      <Stated title={t('desk.draft.title')} notice={props.notice}>
        {response && <SentBack response={response} />}
        <DraftForm item={item} action={props.action} form={props.draftForm} later={props.later} />
        {response?.currentDraft && (
          <Disclosure summary={t('desk.draft.preview', { n: response.currentDraft.number })}>
            <Answer item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
          </Disclosure>
        )}
      </Stated>
    )
  }
  return (
    <Stated title={t('desk.draft.present')} lede={<Watching item={item} />} notice={props.notice}>
      {response?.currentDraft ? (
        <Answer item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
      ) : (
        <p>{t('desk.history.empty')}</p>
      )}
    </Stated>
  )
}

/** The answer's part of the page; forms lead back to it, and it begins with what came of them. */
function Stated(props: {
  title: string
  lede?: ReactNode
  notice?: ReactNode
  children: ReactNode
}) {
  return (
    <Section id="answer" title={props.title} lede={props.lede}>
      <div className={styles.stack}>
        {props.notice}
        {props.children}
      </div>
    </Section>
  )
}

function AwaitingSignOff(props: AnswerProps) {
  const { t } = useTranslate()
  const { item } = props
  const { response, may } = item
  if (!response) return null
  return (
    <>
      {may.obstacle && (
        <Notice
          kind="info"
          title={t(may.obstacle === 'drafted' ? 'desk.signOff.drafted' : 'desk.signOff.waiting')}
        />
      )}
      {may.signOff && <h3>{t('desk.signOff.preview')}</h3>}
      <Answer item={item} publishedAt={props.now} note={t('desk.signOff.previewNote')} />
      {may.signOff && (
        <SignOffForm response={response} action={props.action} form={props.signOffForm} />
      )}
    </>
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

/** The answer under its seal, as the public reads it or will read it. */
function Answer(props: { item: DeskItemDetail; publishedAt: Date; note?: string }) {
  const { item } = props
  const { answering, assignment, response } = item
  if (!response?.currentDraft) return null
  const joint =
    answering.part === 'lead' ? assignment.departments.filter(({ part }) => part === 'joint') : []
  return (
    <SealFrame
      department={answering.department.name}
      coDepartments={joint.map(({ department }) => department.name)}
      publishedAt={props.publishedAt}
      headingLevel={3}
      note={props.note && <strong>{props.note}</strong>}
    >
      <div className="prose" dangerouslySetInnerHTML={{ __html: response.currentDraft.html }} />
    </SealFrame>
  )
}
