import type { ReactNode } from 'react'
import { AttachedFiles } from '~/components/attachment/attached-files'
import { fileLines } from '~/components/attachment/file-lines'
import { AnswerCommitments } from '~/components/commitment/answer-commitments'
import { TextChanges } from '~/components/moderation/text-changes'
import { SealFrame } from '~/components/response/seal-frame'
import { Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { dayOf } from '~/domain/shared/day'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import type { FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import styles from './answer-state.module.css'
import { ContributionForm, Contributions } from './contributions'
import { DraftCheck } from './draft-check'
import { DraftForm } from './draft-form'
import { SentBack } from './draft-history'
import { PromiseList } from './promise-list'
import { SignOffForm } from './sign-off-form'
import { TurnForm } from './turn-form'

interface AnswerProps {
  item: DeskItemDetail
  /** Where the forms of this page are sent. */
  action: string
  /** What came of a form that was sent. */
  notice?: ReactNode
  draftForm?: FormState
  signOffForm?: FormState
  contributionForm?: FormState
  /** The other comments on the page are not the first ones. */
  later: boolean
  /** The template that was chosen to begin with. */
  template?: string
  /** The promise of the draft that is being changed. */
  promise?: string
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
          <Answer item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
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

function Published(props: AnswerProps) {
  const { t } = useTranslate()
  const { response, desk } = props.item
  if (!response) return null
  return (
    <>
      <Answer item={props.item} publishedAt={response.publishedAt ?? props.now} />
      <p>
        <a href={paths.responseDocument(response.id)}>{t('answer.document')}</a>
      </p>
      <AnswerCommitments
        commitments={response.commitments.map(({ dueOn, ...commitment }) => ({
          ...commitment,
          dueOn: dayOf(dueOn),
        }))}
        hrefOf={(id) => paths.deskCommitment(id)}
        now={props.now}
        headingLevel={3}
      />
      {desk.may.correct && (
        <TurnForm
          response={response}
          action={props.action}
          intent="correct"
          label={t('answer.correction.begin')}
          hint={t('answer.correction.beginHint')}
        />
      )}
    </>
  )
}

function Drafting(props: AnswerProps) {
  const { t } = useTranslate()
  const { item } = props
  const { response, desk } = item
  return (
    <>
      {response && <SentBack response={response} />}
      <DraftForm
        item={item}
        action={props.action}
        form={props.draftForm}
        later={props.later}
        template={props.template}
        promise={props.promise}
        now={props.now}
      />
      {response && (
        <p>
          <a href={paths.responseFiles(response.id)}>
            {t('answer.files.link', { n: response.attachments.length })}
          </a>
        </p>
      )}
      {desk.check && <DraftCheck check={desk.check} />}
      <Changes item={item} />
      {response?.currentDraft && (
        <Disclosure summary={t('desk.draft.preview', { n: response.currentDraft.number })}>
          <Answer item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
        </Disclosure>
      )}
      {response?.publishedVersion && (
        <TurnForm
          response={response}
          action={props.action}
          intent="abandon"
          label={t('answer.correction.abandon')}
          variant="quiet"
        />
      )}
    </>
  )
}

function AwaitingSignOff(props: AnswerProps) {
  const { t } = useTranslate()
  const { item } = props
  const { response, may, desk } = item
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
      <Changes item={item} />
      {may.signOff && desk.contributions.some(({ text }) => text !== null) && (
        <Disclosure summary={t('answer.contributions.title')}>
          <Contributions contributions={desk.contributions} toTakeOver={false} />
        </Disclosure>
      )}
      {may.signOff && desk.check && <DraftCheck check={desk.check} />}
      {may.signOff && (
        <SignOffForm
          response={response}
          action={props.action}
          now={props.now}
          form={props.signOffForm}
        />
      )}
    </>
  )
}

function Scheduled(props: AnswerProps) {
  const { t, language } = useTranslate()
  const { response, desk } = props.item
  if (!response?.scheduledFor) return null
  const date = formatDateTime(response.scheduledFor, language)
  return (
    <>
      <Notice kind="info" title={t('answer.scheduled.text', { date })} />
      <Answer
        item={props.item}
        publishedAt={response.scheduledFor}
        note={t('answer.scheduled.note')}
      />
      {desk.may.takeBack && (
        <TurnForm
          response={response}
          action={props.action}
          intent="takeBack"
          label={t('answer.scheduled.takeBack')}
          hint={t('answer.scheduled.takeBackHint')}
        />
      )}
    </>
  )
}

const FILE_CHANGES = ['removed', 'added'] as const

/** What a correction changes: the drafter's words for it, and the text compared with what is public. */
function Changes({ item }: { item: DeskItemDetail }) {
  const { t } = useTranslate()
  const { response, desk } = item
  if (!desk.changes) return null
  return (
    <>
      {response?.changeNote && response.status !== 'drafting' && (
        <p>
          <strong>{t('answer.correction.note')}</strong>
          {t('response.corrected.colon')}
          {response.changeNote}
        </p>
      )}
      {FILE_CHANGES.map((kind) => {
        const names = response?.fileChanges?.[kind] ?? []
        return (
          names.length > 0 && (
            <p key={kind}>
              {t(`answer.correction.files.${kind}`, { names: names.join(t('ui.listSeparator')) })}
            </p>
          )
        )
      })}
      <Disclosure
        summary={t('answer.correction.changes')}
        open={response?.status === 'awaitingSignOff'}
      >
        <TextChanges parts={desk.changes} lang="zh-Hans" />
      </Disclosure>
    </>
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

/** The answer under its seal, as the public reads it or will read it. */
function Answer(props: { item: DeskItemDetail; publishedAt: Date; note?: string }) {
  const { t } = useTranslate()
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
      actions={
        response.promises.length > 0 &&
        response.status !== 'drafting' && (
          <>
            <h4>{t('promise.title')}</h4>
            <PromiseList
              promises={response.promises}
              draft={response.currentDraft.text}
              now={props.publishedAt}
            />
          </>
        )
      }
    >
      <div className="prose" dangerouslySetInnerHTML={{ __html: response.currentDraft.html }} />
      <AttachedFiles files={fileLines(response.attachments, t)} />
    </SealFrame>
  )
}
