import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { NameField, nextPosition, PositionField } from '~/components/admin/entry-fields'
import { Entry, EntryList, EntrySheet } from '~/components/admin/entry-list'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { RemoveEntry } from '~/components/admin/remove-entry'
import { SaveActions } from '~/components/admin/save-actions'
import { typedValues, type TypedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Fields } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { removeStudioType } from '~/commands/remove-studio-type.server'
import { saveStudioType } from '~/commands/save-studio-type.server'
import { noFieldsSchema, studioTypeSchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listStudioTypesAdmin } from '~/queries/list-studio-types-admin.server'
import { entryOfForm } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const loader = guardedLoader(administrators, async ({ scope, url }) => ({
  types: await listStudioTypesAdmin(scope),
  edit: url.searchParams.get('edit'),
  done: readDone(url),
}))

export const action = guardedAction(administrators, async ({ scope, form, url }) => {
  const id = entryOfForm(url, NEW)
  const remove = form.get('intent') === 'remove'
  const result = remove
    ? await submitForm(noFieldsSchema, form.toObject(), () => removeStudioType(scope, { id }))
    : await submitForm(studioTypeSchema, form.toObject(), (fields) =>
        saveStudioType(scope, { id: id === NEW ? null : id, fields }),
      )
  if (result.ok) {
    throw redirect(paths.adminStudioTypes({ done: remove ? 'removed' : 'saved' }), 303)
  }
  const { status, ...returned } = result
  return data({ returned, remove }, { status })
})

export const meta = pageMeta((t) => ({ title: t('admin.studioTypes.title'), unlisted: true }))

export default function StudioTypes() {
  const { t } = useTranslate()
  const { types, edit: asked, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  // A form that came without an entry is the form of a new one.
  const edit = asked ?? (answer?.returned ? NEW : null)
  // A removal that was refused typed nothing.
  const typed = typedValues(answer?.remove ? undefined : answer?.returned.form, t)
  const enter = (
    <ButtonLink href={paths.adminStudioTypes({ edit: NEW })}>
      {t('admin.studioTypes.new')}
    </ButtonLink>
  )
  return (
    <AdminPage
      at="studioTypes"
      title={t('admin.studioTypes.title')}
      lede={t('admin.studioTypes.lede')}
      actions={edit !== NEW && enter}
    >
      <FormNotices returned={answer?.returned} done={done} />
      {edit === NEW && (
        <EntrySheet id="new" title={t('admin.studioTypes.new')}>
          <TypeForm position={nextPosition(types)} typed={typed} />
        </EntrySheet>
      )}
      {types.length === 0 && edit !== NEW && (
        <EmptyState title={t('admin.studioTypes.none.title')} action={enter}>
          {t('admin.studio.noTypes')}
        </EmptyState>
      )}
      {types.length > 0 && (
        <EntryList label={t('admin.studioTypes.title')}>
          {types.map((type) => (
            <Entry
              key={type.id}
              id={type.id}
              position={type.position}
              name={type.name}
              facts={<span>{t('admin.studioTypes.used', { n: type.studios })}</span>}
              edit={
                type.id === edit
                  ? null
                  : { href: paths.adminStudioTypes({ edit: type.id }), name: type.name }
              }
              sheet={
                type.id === edit && (
                  <EntrySheet id="edit" title={t('admin.editOf', { name: type.name })}>
                    <TypeForm name={type.name} position={type.position} typed={typed} />
                    {type.studios === 0 && <RemoveEntry />}
                  </EntrySheet>
                )
              }
            />
          ))}
        </EntryList>
      )}
    </AdminPage>
  )
}

function TypeForm(props: { name?: string; position: number; typed: TypedValues }) {
  return (
    <PostForm>
      <Fields>
        <NameField typed={props.typed} entered={props.name} />
        <PositionField typed={props.typed} entered={props.position} />
        <SaveActions backHref={paths.adminStudioTypes()} />
      </Fields>
    </PostForm>
  )
}
