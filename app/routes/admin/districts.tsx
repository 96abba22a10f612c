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
import { Fields, SelectField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { removeDistrict } from '~/commands/remove-district.server'
import { saveDistrict } from '~/commands/save-district.server'
import { districtSchema, noFieldsSchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listDistrictsAdmin, type DistrictEntry } from '~/queries/list-districts-admin.server'
import { entryOfForm } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const loader = guardedLoader(administrators, async ({ scope, url }) => ({
  districts: await listDistrictsAdmin(scope),
  edit: url.searchParams.get('edit'),
  within: url.searchParams.get('within'),
  done: readDone(url),
}))

export const action = guardedAction(administrators, async ({ scope, form, url }) => {
  const id = entryOfForm(url, NEW)
  const remove = form.get('intent') === 'remove'
  const result = remove
    ? await submitForm(noFieldsSchema, form.toObject(), () => removeDistrict(scope, { id }))
    : await submitForm(districtSchema, form.toObject(), (fields) =>
        saveDistrict(scope, { id: id === NEW ? null : id, fields }),
      )
  if (result.ok) {
    throw redirect(paths.adminDistricts({ done: remove ? 'removed' : 'saved' }), 303)
  }
  const { status, ...returned } = result
  return data({ returned, remove }, { status })
})

export const meta = pageMeta((t) => ({ title: t('admin.districts.title'), unlisted: true }))

export default function Districts() {
  const { t } = useTranslate()
  const { districts, edit: asked, within, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  // A form that came without an entry is the form of a new one.
  const edit = asked ?? (answer?.returned ? NEW : null)
  // A removal that was refused typed nothing.
  const typed = typedValues(answer?.remove ? undefined : answer?.returned.form, t)
  const parent = districts.find(({ id }) => id === within)
  const neighbours = districts.filter(({ parentId }) => parentId === (parent?.id ?? null))
  const enter = (
    <ButtonLink href={paths.adminDistricts({ edit: NEW })}>{t('admin.districts.new')}</ButtonLink>
  )
  return (
    <AdminPage
      at="districts"
      title={t('admin.districts.title')}
      lede={t('admin.districts.lede')}
      actions={edit !== NEW && enter}
    >
      <FormNotices returned={answer?.returned} done={done} />
      {edit === NEW && (
        <EntrySheet
          id="new"
          title={
            parent
              ? t('admin.districts.newWithin', { name: parent.name })
              : t('admin.districts.new')
          }
        >
          <DistrictForm
            districts={districts}
            parentId={parent?.id}
            position={nextPosition(neighbours)}
            typed={typed}
          />
        </EntrySheet>
      )}
      {districts.length === 0 && edit !== NEW && (
        <EmptyState title={t('admin.districts.none.title')} action={enter}>
          {t('admin.districts.none.text')}
        </EmptyState>
      )}
      {districts.length > 0 && (
        <EntryList label={t('admin.districts.title')}>
          {districts.map((district) => (
            <Entry
              key={district.id}
              id={district.id}
              position={district.position}
              name={district.name}
              depth={district.depth}
              edit={
                district.id === edit
                  ? null
                  : { href: paths.adminDistricts({ edit: district.id }), name: district.name }
              }
              actions={
                <a
                  href={paths.adminDistricts({ edit: NEW, within: district.id })}
                  aria-label={t('admin.districts.newWithin', { name: district.name })}
                >
                  {t('admin.district.add')}
                </a>
              }
              sheet={
                district.id === edit && (
                  <EntrySheet id="edit" title={t('admin.editOf', { name: district.name })}>
                    <DistrictForm
                      name={district.name}
                      districts={districts.filter(({ id }) => id !== district.id)}
                      parentId={district.parentId}
                      position={district.position}
                      typed={typed}
                    />
                    <RemoveEntry />
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

function DistrictForm(props: {
  name?: string
  districts: readonly DistrictEntry[]
  parentId?: string | null
  position: number
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { typed } = props
  return (
    <PostForm>
      <Fields>
        <NameField typed={typed} entered={props.name} />
        <SelectField
          name="parentId"
          label={t('admin.district.parent')}
          options={[
            { value: '', label: t('admin.district.parent.none') },
            ...props.districts.map(({ id, name, depth }) => ({
              value: id,
              label: `${'\u3000'.repeat(depth)}${name}`,
            })),
          ]}
          defaultValue={typed.value('parentId', props.parentId)}
          error={typed.errors('parentId')}
        />
        <PositionField typed={typed} entered={props.position} />
        <SaveActions backHref={paths.adminDistricts()} />
      </Fields>
    </PostForm>
  )
}
