import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { BodyPeople } from '~/components/admin/body-people'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { SaveActions } from '~/components/admin/save-actions'
import { StudioFieldset } from '~/components/admin/studio-fieldset'
import { typedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Facts } from '~/components/ui/facts'
import { Fields } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { saveStudio } from '~/commands/save-studio.server'
import { studioSchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { getStudioAdmin } from '~/queries/get-studio-admin.server'
import { listDistrictChoices } from '~/queries/list-admin-choices.server'
import { listStudioTypesAdmin } from '~/queries/list-studio-types-admin.server'
import { requireEntryId } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const loader = guardedLoader(administrators, async ({ scope, params, url }) => {
  const id = requireEntryId(params['id'])
  return {
    studio: id === NEW ? null : await getStudioAdmin(scope, id),
    types: await listStudioTypesAdmin(scope),
    districts: await listDistrictChoices(scope),
    done: readDone(url),
  }
})

export const action = guardedAction(administrators, async ({ scope, params, form }) => {
  const id = requireEntryId(params['id'])
  const result = await submitForm(studioSchema, form.toObject(), ({ version, ...fields }) =>
    saveStudio(scope, {
      seen: id === NEW ? null : { id, version: version ?? 0 },
      fields: { ...fields, active: id === NEW || fields.active },
    }),
  )
  if (result.ok) throw redirect(paths.adminStudio(result.id, { done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta<typeof loader>((t, loaded) => ({
  title: loaded?.studio?.name ?? t('admin.studio.new.title'),
  unlisted: true,
}))

export default function Studio() {
  const { t } = useTranslate()
  const { studio, types, districts, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  const typed = typedValues(returned?.form, t)
  return (
    <AdminPage
      at="studios"
      below
      title={studio?.name ?? t('admin.studio.new.title')}
      kicker={studio && !studio.active ? t('admin.inactive') : undefined}
    >
      <FormNotices
        returned={returned}
        done={done}
        present={studio ?? undefined}
        names={Object.fromEntries(
          [...types, ...districts].map(({ id, name }) => [id, name.trim()]),
        )}
      />
      {studio && studio.openTopics > 0 && (
        <Facts
          facts={[
            {
              term: t('admin.studio.open'),
              value: t('admin.studio.open.n', { n: studio.openTopics }),
            },
          ]}
        />
      )}
      {types.length === 0 ? (
        <EmptyState
          title={t('admin.studioTypes.none.title')}
          action={
            <ButtonLink href={paths.adminStudioTypes({ edit: NEW })}>
              {t('admin.studioTypes.new')}
            </ButtonLink>
          }
        >
          {t('admin.studio.noTypes')}
        </EmptyState>
      ) : (
        <PostForm>
          {studio && <input type="hidden" name="version" value={studio.version} />}
          <Fields>
            <StudioFieldset studio={studio} types={types} districts={districts} typed={typed} />
            <SaveActions backHref={paths.adminStudios()} />
          </Fields>
        </PostForm>
      )}
      {studio && (
        <BodyPeople
          title={t('admin.studio.people')}
          none={t('admin.studio.people.none')}
          people={studio.people}
        />
      )}
    </AdminPage>
  )
}
