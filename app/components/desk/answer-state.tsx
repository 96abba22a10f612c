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

/** The answer as it stands, and what this reader can do with it now. */
export function AnswerState(props: {
  item: DeskItemDetail
  /** Where the forms are sent: the page, as it is looked at. */
  action: string
  draftForm?: FormState
  signOffForm?: FormState
  later: boolean
  now: Date
}) {
  const { t } = useTranslate()
  const { item } = props
  const { response, may } = item
  if (response?.status === 'published') {
    return (
      <Section id="answer" title={t('desk.state.published')}>
        <Answer item={item} publishedAt={response.publishedAt ?? props.now} />
      </Section>
    )
  }
  if (may.acknowledge) {
    return (
      <Section id="answer" title={t('desk.acknowledge.title')} lede={t('desk.acknowledge.text')}>
        <PostForm action={props.action}>
          <input type="hidden" name="intent" value="acknowledge" />
          <input type="hidden" name="departmentId" value={item.asked.departmentId} />
          <Button wide>{t('desk.acknowledge.button')}</Button>
        </PostForm>
      </Section>
    )
  }
  if (response?.status === 'awaitingSignOff') {
    return (
      <Section id="answer" title={t('desk.signOff.title')}>
        <AwaitingSignOff {...props} />
      </Section>
    )
  }
  if (may.draft) {
    return (
      <Section id="answer" title={t('desk.draft.title')}>
        {response && <SentBack response={response} />}
        <DraftForm
          item={item}
          action={`${props.action}#answer`}
          form={props.draftForm}
          later={props.later}
        />
        {response?.currentDraft && (
          <Disclosure summary={t('desk.draft.preview', { n: response.currentDraft.number })}>
            <Answer item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
          </Disclosure>
        )}
      </Section>
    )
  }
  return (
    <Section id="answer" title={t('desk.draft.present')} lede={<Watching item={item} />}>
      {response?.currentDraft ? (
        <Answer item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
      ) : (
        <p>{t('desk.history.empty')}</p>
      )}
    </Section>
  )
}

function AwaitingSignOff(props: Parameters<typeof AnswerState>[0]) {
  const { t } = useTranslate()
  const { item } = props
  const { response, may } = item
  if (!response) return null
  return (
    <div className={styles.stack}>
      {may.obstacle && (
        <Notice
          kind="info"
          title={t(may.obstacle === 'drafted' ? 'desk.signOff.drafted' : 'desk.signOff.waiting')}
        />
      )}
      {may.signOff && <h3>{t('desk.signOff.preview')}</h3>}
      <Answer item={item} publishedAt={props.now} note={t('desk.signOff.previewNote')} />
      {may.signOff && (
        <SignOffForm
          response={response}
          action={`${props.action}#answer`}
          form={props.signOffForm}
        />
      )}
    </div>
  )
}

function Watching({ item }: { item: DeskItemDetail }) {
  const { t } = useTranslate()
  if (item.mine.length === 0) return <>{t('desk.watch.text')}</>
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
