import type { ReactNode } from 'react'
import { AnswerCommitments } from '~/components/commitment/answer-commitments'
import { Disclosure } from '~/components/ui/disclosure'
import { Notice } from '~/components/ui/notice'
import { dayOf } from '~/domain/shared/day'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import type { FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { AnswerPreview, Changes } from './answer-preview'
import { Contributions } from './contributions'
import { DraftCheck } from './draft-check'
import { DraftForm } from './draft-form'
import { SentBack } from './draft-history'
import { SignOffForm } from './sign-off-form'
import { TurnForm } from './turn-form'

// An answer on its way: what is shown of it, and can be done with it, while it is drafted, waits to be signed or for its
// time, and is public.

export interface AnswerProps {
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

export function Published(props: AnswerProps) {
  const { t } = useTranslate()
  const { response, desk } = props.item
  if (!response) return null
  return (
    <>
      <AnswerPreview item={props.item} publishedAt={response.publishedAt ?? props.now} />
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

export function Drafting(props: AnswerProps) {
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
          <AnswerPreview item={item} publishedAt={props.now} note={t('desk.draft.previewNote')} />
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

export function AwaitingSignOff(props: AnswerProps) {
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
      <AnswerPreview item={item} publishedAt={props.now} note={t('desk.signOff.previewNote')} />
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

export function Scheduled(props: AnswerProps) {
  const { t, language } = useTranslate()
  const { response, desk } = props.item
  if (!response?.scheduledFor) return null
  const date = formatDateTime(response.scheduledFor, language)
  return (
    <>
      <Notice kind="info" title={t('answer.scheduled.text', { date })} />
      <AnswerPreview
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
