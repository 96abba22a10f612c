import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addResponseFiles } from '~/commands/add-response-files.server'
import { keepResponseFile, removeResponseFile } from '~/commands/remove-response-file.server'
import { AttachedFiles } from '~/components/attachment/attached-files'
import { FileFields } from '~/components/attachment/file-fields'
import { fileLines } from '~/components/attachment/file-lines'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import type { Loaded } from '~/components/ui/loaded'
import { Section } from '~/components/ui/section'
import { MAX_FILES_PER_FORM, MAX_FILES_PER_RESPONSE } from '~/domain/attachment/limits'
import { isAppError } from '~/domain/errors'
import { refusedFiles } from '~/forms/attachment'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { allErrors, refusedForm, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getResponseFiles } from '~/queries/get-response-files.server'
import { readFormFiles } from '~/server/http/form-files.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const officials = staff('official:draft', 'official:sign', 'official:assign')

export const meta = pageMeta((t) => ({ title: t('answer.files.title'), unlisted: true }))

export const loader = guardedLoader(officials, async ({ scope, params, url }) => ({
  response: await getResponseFiles(scope, params['responseId'] ?? ''),
  done: url.searchParams.get('done'),
}))

interface Returned {
  form?: FormState
  conflict?: Conflict
}

export const action = guardedAction(officials, async ({ scope, params, form }) => {
  const responseId = params['responseId'] ?? ''
  const values = form.toObject()
  const refused = (state: FormState) => data<Returned>({ form: state }, { status: 422 })
  try {
    const attachmentId = form.get('remove')
    if (attachmentId !== undefined) {
      const { leaves } = await removeResponseFile(scope, { responseId, attachmentId })
      const done = leaves ? 'removedPublic' : 'removed'
      return redirect(paths.responseFiles(responseId, { done }), 303)
    }
    const keptId = form.get('keep')
    if (keptId !== undefined) {
      await keepResponseFile(scope, { responseId, attachmentId: keptId })
      return redirect(paths.responseFiles(responseId, { done: 'kept' }), 303)
    }
    if (form.files.length === 0) {
      return refused(refusedForm(values, 'file1', { key: 'answer.files.none' }))
    }
    const prepared = await readFormFiles(scope, form)
    if (!prepared.ok) return refused(refusedFiles(values, prepared.refused))
    await addResponseFiles(scope, { responseId, files: prepared.files })
    return redirect(paths.responseFiles(responseId, { done: 'added' }), 303)
  } catch (error) {
    if (isAppError(error) && error.params['field'] === 'files') {
      const params = { n: MAX_FILES_PER_RESPONSE }
      return refused(refusedForm(values, 'files', { key: 'attachment.problem.tooMany', params }))
    }
    return data<Returned>({ conflict: conflictOf(error) }, { status: 409 })
  }
})

const DONE = ['added', 'removed', 'removedPublic', 'kept'] as const

export default function ResponseFilesPage() {
  const { response, done } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { t } = useTranslate()
  const state = returned?.form
  const said = DONE.find((each) => each === done)
  const back = paths.deskAssignment(response.assignmentId)
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          { href: paths.desk(), label: t('desk.title') },
          { href: back, label: response.topic.title },
        ]}
      />
      <PageHeading
        title={t('answer.files.title')}
        lede={<p>{t('answer.files.lede', { department: response.department })}</p>}
      />
      {returned?.conflict && <ConflictNotice conflict={returned.conflict} kept={false} />}
      {!returned && said && <Notice kind="success" title={t(`answer.files.${said}`)} live />}
      {response.correctable && <Notice kind="info" title={t('answer.files.correctFirst')} />}
      <Section id="present" title={t('answer.files.present', { n: response.files.length })}>
        {response.files.length === 0 && <p>{t('answer.files.empty')}</p>}
        <AttachedFiles
          files={fileLines(response.files, t)}
          below={({ id }) => {
            const file = response.files.find((each) => each.id === id)
            return file && <Standing response={response} file={file} />
          }}
        />
      </Section>
      {response.removed.length > 0 && (
        <Section
          id="gone"
          title={t('answer.files.gone', { n: response.removed.length })}
          lede={t('answer.files.goneLede')}
        >
          <AttachedFiles
            files={fileLines(response.removed, t)}
            below={({ id }) => {
              const version = response.removed.find((each) => each.id === id)?.removedVersion
              return version && <p>{t('answer.files.goneIn', { n: version })}</p>
            }}
          />
        </Section>
      )}
      {response.changeable && response.room > 0 ? (
        <Section id="add" title={t('answer.files.add')}>
          <PostForm action={paths.responseFiles(response.id)} encType="multipart/form-data">
            <ErrorSummary errors={allErrors(state, t)} />
            <Fields>
              <FileFields
                state={state}
                count={Math.min(response.room, MAX_FILES_PER_FORM)}
                hint={t('answer.files.hint')}
                open
              />
              <Actions>
                <Button wide>{t('answer.files.submit')}</Button>
                <ButtonLink href={back} variant="quiet">
                  {t('answer.files.back')}
                </ButtonLink>
              </Actions>
            </Fields>
          </PostForm>
        </Section>
      ) : (
        <Actions>
          <ButtonLink href={back} variant="secondary">
            {t('answer.files.back')}
          </ButtonLink>
        </Actions>
      )}
    </Stack>
  )
}

type FilesOfResponse = Loaded<Awaited<ReturnType<typeof getResponseFiles>>>

/** Where a file stands, and what can be done about it. */
function Standing(props: { response: FilesOfResponse; file: FilesOfResponse['files'][number] }) {
  const { t } = useTranslate()
  const { response, file } = props
  const drafted = file.responseVersion === null
  const word = file.leaves ? 'leaving' : drafted ? 'drafted' : 'public'
  const act = file.leaves ? 'keep' : 'remove'
  return (
    <>
      {(!drafted || !response.changeable) && <p>{t(`answer.files.${word}`)}</p>}
      {response.changeable && (
        <PostForm action={paths.responseFiles(response.id)}>
          <input type="hidden" name={act} value={file.id} />
          <Button variant="quiet" aria-label={t(`answer.files.${act}Label`, { name: file.name })}>
            {t(`answer.files.${act}`)}
          </Button>
        </PostForm>
      )}
    </>
  )
}
