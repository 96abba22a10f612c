import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { AdminPage } from '~/components/admin/admin-page'
import { nextPosition, PositionField } from '~/components/admin/entry-fields'
import { Entry, EntryList, EntrySheet } from '~/components/admin/entry-list'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { SaveActions } from '~/components/admin/save-actions'
import { typedValues, type TypedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { ScreeningTabs } from '~/components/screening/screening-tabs'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Checkbox, Fields, TextArea, TextField } from '~/components/ui/field'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { Tag } from '~/components/ui/tag'
import { saveRejectionReason } from '~/commands/save-rejection-reason.server'
import { rejectionReasonSchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { canAdminister } from '~/policies/administration'
import { screeningKeepers } from '~/policies/screening'
import {
  listRejectionReasonsAdmin,
  type RejectionReasonEntry,
} from '~/queries/list-rejection-reasons-admin.server'
import { entryOfForm } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of a code: the form of a new one. No code begins with it, for codes hold no capitals. */
const NEW = 'New'

export const loader = guardedLoader(screeningKeepers, async ({ scope, url }) => ({
  reasons: await listRejectionReasonsAdmin(scope),
  edit: url.searchParams.get('edit'),
  done: readDone(url),
  administers: canAdminister(scope.viewer),
}))

export const action = guardedAction(screeningKeepers, async ({ scope, form, url }) => {
  const code = entryOfForm(url, NEW)
  const isNew = code === NEW
  const values = form.toObject()
  const result = await submitForm(
    rejectionReasonSchema,
    isNew ? values : { ...values, key: code },
    ({ key, ...fields }) =>
      saveRejectionReason(scope, {
        code: key,
        isNew,
        fields: { ...fields, active: isNew || fields.active },
      }),
  )
  if (result.ok) throw redirect(paths.adminReasons({ done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta((t) => ({ title: t('admin.reasons.title'), unlisted: true }))

export default function Reasons() {
  const { t } = useTranslate()
  const { reasons, edit: asked, done, administers } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  // A form that came without an entry is the form of a new one.
  const edit = asked ?? (returned ? NEW : null)
  const typed = typedValues(returned?.form, t)
  const enter = (
    <ButtonLink href={paths.adminReasons({ edit: NEW })}>{t('admin.reasons.new')}</ButtonLink>
  )
  return (
    <ReasonsPage administers={administers} actions={edit !== NEW && enter}>
      <FormNotices returned={returned} done={done} />
      {edit === NEW && (
        <EntrySheet id="new" title={t('admin.reasons.new')}>
          <ReasonForm reason={null} position={nextPosition(reasons)} typed={typed} />
        </EntrySheet>
      )}
      {reasons.length === 0 && edit !== NEW && (
        <EmptyState title={t('admin.reasons.none.title')} action={enter}>
          {t('admin.reasons.none.text')}
        </EmptyState>
      )}
      {reasons.length > 0 && (
        <EntryList label={t('admin.reasons.title')}>
          {reasons.map((reason) => (
            <Entry
              key={reason.code}
              id={reason.code}
              position={reason.position}
              name={reason.label}
              facts={
                <>
                  <span>{reason.code}</span>
                  {reason.breach && <span>{t('admin.reason.breach')}</span>}
                  {!reason.active && <Tag>{t('admin.inactive')}</Tag>}
                </>
              }
              edit={
                reason.code === edit
                  ? null
                  : { href: paths.adminReasons({ edit: reason.code }), name: reason.label }
              }
              sheet={
                reason.code === edit && (
                  <EntrySheet id="edit" title={t('admin.editOf', { name: reason.label })}>
                    <ReasonForm reason={reason} position={reason.position} typed={typed} />
                  </EntrySheet>
                )
              }
            >
              {reason.code !== edit && <p className="prose">{reason.text}</p>}
            </Entry>
          ))}
        </EntryList>
      )}
    </ReasonsPage>
  )
}

/** Among the registers for administrators; for a 审核组长 beside what texts are screened by. */
function ReasonsPage(props: { administers: boolean; actions: ReactNode; children: ReactNode }) {
  const { t } = useTranslate()
  const { administers, actions, children } = props
  const title = t('admin.reasons.title')
  const lede = t('admin.reasons.lede')
  if (administers) {
    return (
      <AdminPage at="reasons" title={title} lede={lede} actions={actions}>
        {children}
      </AdminPage>
    )
  }
  return (
    <Stack>
      <ScreeningTabs at="reasons" />
      <PageHeading title={title} lede={<p>{lede}</p>} actions={actions} />
      {children}
    </Stack>
  )
}

function ReasonForm(props: {
  reason: RejectionReasonEntry | null
  position: number
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { reason, typed } = props
  return (
    <PostForm>
      <Fields>
        {!reason && (
          <TextField
            name="key"
            label={t('admin.reason.key')}
            hint={t('admin.reason.key.hint')}
            width="short"
            autoCapitalize="off"
            defaultValue={typed.value('key')}
            error={typed.errors('key')}
          />
        )}
        <TextField
          name="label"
          label={t('admin.reason.label')}
          hint={t('admin.reason.label.hint')}
          width="short"
          defaultValue={typed.value('label', reason?.label)}
          error={typed.errors('label')}
        />
        <TextArea
          name="text"
          label={t('admin.reason.text')}
          hint={t('admin.reason.text.hint')}
          rows={4}
          maxCharacters={300}
          defaultValue={typed.value('text', reason?.text)}
          error={typed.errors('text')}
        />
        <PositionField typed={typed} entered={props.position} />
        <Checkbox
          name="breach"
          label={t('admin.reason.breach')}
          hint={t('admin.reason.breach.hint')}
          defaultChecked={typed.ticked('breach', reason?.breach ?? false)}
        />
        {reason && (
          <Checkbox
            name="active"
            label={t('admin.field.active')}
            defaultChecked={typed.ticked('active', reason.active)}
            error={typed.errors('active')}
          />
        )}
        <SaveActions backHref={paths.adminReasons()} />
      </Fields>
    </PostForm>
  )
}
