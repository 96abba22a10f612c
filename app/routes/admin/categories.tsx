import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { NameField, nextPosition, PositionField } from '~/components/admin/entry-fields'
import { Entry, EntryList, EntrySheet } from '~/components/admin/entry-list'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { SaveActions } from '~/components/admin/save-actions'
import { typedValues, type TypedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Checkbox, Fields } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { Tag } from '~/components/ui/tag'
import { saveCategory } from '~/commands/save-category.server'
import { categorySchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listCategoriesAdmin, type CategoryEntry } from '~/queries/list-categories-admin.server'
import { entryOfForm } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const loader = guardedLoader(administrators, async ({ scope, url }) => ({
  categories: await listCategoriesAdmin(scope),
  edit: url.searchParams.get('edit'),
  done: readDone(url),
}))

export const action = guardedAction(administrators, async ({ scope, form, url }) => {
  const id = entryOfForm(url, NEW)
  const result = await submitForm(categorySchema, form.toObject(), ({ version, ...fields }) =>
    saveCategory(scope, {
      seen: id === NEW ? null : { id, version: version ?? 0 },
      fields: { ...fields, active: id === NEW || fields.active },
    }),
  )
  if (result.ok) throw redirect(paths.adminCategories({ done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta((t) => ({ title: t('admin.categories.title'), unlisted: true }))

export default function Categories() {
  const { t } = useTranslate()
  const { categories, edit: asked, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  // A form that came without an entry is the form of a new one.
  const edit = asked ?? (returned ? NEW : null)
  const typed = typedValues(returned?.form, t)
  const edited = categories.find(({ id }) => id === edit)
  const enter = (
    <ButtonLink href={paths.adminCategories({ edit: NEW })}>{t('admin.categories.new')}</ButtonLink>
  )
  return (
    <AdminPage
      at="categories"
      title={t('admin.categories.title')}
      lede={t('admin.categories.lede')}
      actions={edit !== NEW && enter}
    >
      <FormNotices returned={returned} done={done} present={edited} />
      {edit === NEW && (
        <EntrySheet id="new" title={t('admin.categories.new')}>
          <CategoryForm category={null} position={nextPosition(categories)} typed={typed} />
        </EntrySheet>
      )}
      {categories.length === 0 && edit !== NEW && (
        <EmptyState title={t('admin.categories.none.title')} action={enter}>
          {t('admin.categories.none.text')}
        </EmptyState>
      )}
      {categories.length > 0 && (
        <EntryList label={t('admin.categories.title')}>
          {categories.map((category) => (
            <Entry
              key={category.id}
              id={category.id}
              position={category.position}
              name={category.name}
              facts={
                <>
                  <span>{t('admin.categories.used', { n: category.topics })}</span>
                  {!category.active && <Tag>{t('admin.inactive')}</Tag>}
                </>
              }
              edit={
                category.id === edit
                  ? null
                  : { href: paths.adminCategories({ edit: category.id }), name: category.name }
              }
              sheet={
                category.id === edit && (
                  <EntrySheet id="edit" title={t('admin.editOf', { name: category.name })}>
                    <CategoryForm category={category} position={category.position} typed={typed} />
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

function CategoryForm(props: {
  category: CategoryEntry | null
  position: number
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { category, typed } = props
  return (
    <PostForm>
      {category && <input type="hidden" name="version" value={category.version} />}
      <Fields>
        <NameField typed={typed} entered={category?.name} />
        <PositionField typed={typed} entered={props.position} />
        {category && (
          <Checkbox
            name="active"
            label={t('admin.field.active')}
            defaultChecked={typed.ticked('active', category.active)}
            error={typed.errors('active')}
          />
        )}
        <SaveActions backHref={paths.adminCategories()} />
      </Fields>
    </PostForm>
  )
}
