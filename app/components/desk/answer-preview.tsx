import { AttachedFiles } from '~/components/attachment/attached-files'
import { fileLines } from '~/components/attachment/file-lines'
import { TextChanges } from '~/components/moderation/text-changes'
import { SealFrame } from '~/components/response/seal-frame'
import { Disclosure } from '~/components/ui/disclosure'
import { useTranslate } from '~/i18n/use-translate'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { PromiseList } from './promise-list'

/** The answer under its seal, as the public reads it or will read it. */
export function AnswerPreview(props: { item: DeskItemDetail; publishedAt: Date; note?: string }) {
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

const FILE_CHANGES = ['removed', 'added'] as const

/** What a correction changes: the drafter's words for it, and the text compared with what is public. */
export function Changes({ item }: { item: DeskItemDetail }) {
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
        <TextChanges unchanged="response.textUnchanged" parts={desk.changes} lang="zh-Hans" />
      </Disclosure>
    </>
  )
}
