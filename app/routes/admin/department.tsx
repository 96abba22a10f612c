import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { BodyPeople } from '~/components/admin/body-people'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { SaveActions } from '~/components/admin/save-actions'
import { typedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { Facts } from '~/components/ui/facts'
import { Checkbox, Fields, SelectField, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { saveDepartment } from '~/commands/save-department.server'
import { departmentSchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { getDepartmentAdmin } from '~/queries/get-department-admin.server'
import { listDistrictChoices } from '~/queries/list-admin-choices.server'
import { requireEntryId } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const loader = guardedLoader(administrators, async ({ scope, params, url }) => {
  const id = requireEntryId(params['id'])
  return {
    department: id === NEW ? null : await getDepartmentAdmin(scope, id),
    districts: await listDistrictChoices(scope),
    done: readDone(url),
  }
})

export const action = guardedAction(administrators, async ({ scope, params, form }) => {
  const id = requireEntryId(params['id'])
  const result = await submitForm(departmentSchema, form.toObject(), ({ version, ...fields }) =>
    saveDepartment(scope, {
      seen: id === NEW ? null : { id, version: version ?? 0 },
      // A new one is in use: there is nothing yet that could be given up.
      fields: { ...fields, active: id === NEW || fields.active },
    }),
  )
  if (result.ok) throw redirect(paths.adminDepartment(result.id, { done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta<typeof loader>((t, loaded) => ({
  title: loaded?.department?.name ?? t('admin.department.new.title'),
  unlisted: true,
}))

export default function Department() {
  const { t } = useTranslate()
  const { department, districts, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  const typed = typedValues(returned?.form, t)
  return (
    <AdminPage
      at="departments"
      below
      title={department?.name ?? t('admin.department.new.title')}
      kicker={department && !department.active ? t('admin.inactive') : undefined}
    >
      <FormNotices
        returned={returned}
        done={done}
        present={department ?? undefined}
        names={Object.fromEntries(districts.map(({ id, name }) => [id, name.trim()]))}
      />
      {department && department.openAssignments > 0 && (
        <Facts
          facts={[
            {
              term: t('admin.department.open'),
              value: t('admin.department.open.n', { n: department.openAssignments }),
            },
          ]}
        />
      )}
      <PostForm>
        {department && <input type="hidden" name="version" value={department.version} />}
        <Fields>
          <TextField
            name="name"
            label={t('admin.field.name')}
            hint={t('admin.department.name.hint')}
            defaultValue={typed.value('name', department?.name)}
            error={typed.errors('name')}
          />
          <TextField
            name="shortName"
            label={t('admin.field.shortName')}
            hint={t('admin.field.shortName.hint')}
            width="short"
            defaultValue={typed.value('shortName', department?.shortName)}
            error={typed.errors('shortName')}
          />
          <SelectField
            name="districtId"
            label={t('admin.field.district')}
            optional
            options={[
              { value: '', label: t('admin.field.district.none') },
              ...districts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={typed.value('districtId', department?.districtId)}
            error={typed.errors('districtId')}
          />
          <TextField
            name="telephone"
            type="tel"
            label={t('admin.field.telephone')}
            optional
            width="short"
            defaultValue={typed.value('telephone', department?.telephone)}
            error={typed.errors('telephone')}
          />
          {department && (
            <Checkbox
              name="active"
              label={t('admin.field.active')}
              hint={t('admin.department.active.hint')}
              defaultChecked={typed.ticked('active', department.active)}
              error={typed.errors('active')}
            />
          )}
          <SaveActions backHref={paths.adminDepartments()} />
        </Fields>
      </PostForm>
      {department && (
        <>
          <BodyPeople
            title={t('admin.department.people')}
            none={t('admin.department.people.none')}
            people={department.people}
          />
          <p>
            <a href={paths.delegation({ department: department.id })}>{t('delegation.link')}</a>
          </p>
        </>
      )}
    </AdminPage>
  )
}
